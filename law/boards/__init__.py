"""Boards: the composition of a board as a provision words it, read into members and written back."""
