"""Acts and their editions, and what a new edition means for what is open."""
