"""The documents themselves: what each of them says."""
