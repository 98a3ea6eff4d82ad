"""What is kept, and proven to be whole."""
