"""The documents that travel with an amendment: one content model, many forms."""
