"""What a person does to an act's text: edits of units, labels for what is inserted, lines put right."""
