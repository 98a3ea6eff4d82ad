"""Reading a bill's amending clauses and applying them to an act; ``law.instruct`` is the door."""
