"""A document as Word file, with the changes tracked."""
