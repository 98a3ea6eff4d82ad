"""What people are told: whose turn it is, notices, letters."""
