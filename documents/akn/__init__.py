"""Acts and bills in Akoma Ntoso 3.0."""
