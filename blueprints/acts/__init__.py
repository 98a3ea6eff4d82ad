"""Acts: reading, and bringing them in."""
