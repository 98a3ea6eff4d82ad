"""Reading the text of an act: decoding, normalisation, lines, structure, and the ledger of its characters."""
