"""How two texts of an act differ: aligned units, moved ones, hunks of words, and three texts merged."""
