"""The tree of an act in its parts: labels, nodes and addresses, canonical units, printing. Import ``law.act``."""
