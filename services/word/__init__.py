"""What comes back from Word."""
