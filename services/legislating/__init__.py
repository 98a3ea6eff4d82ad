"""Bills: of one proposal, of several, from elsewhere, and those that became law."""
