"""The first page: whose turn is it; and what every page's frame needs."""
