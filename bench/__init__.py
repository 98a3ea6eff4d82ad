"""Measurements. Each module has `main()`, which prints what it measured and what was aimed at."""
