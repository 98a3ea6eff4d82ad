"""A Word file that came back, put to the units of the act it was made from."""
