"""The law as text: reading, amending, comparing. Pure: knows no web, no database, no clock."""
