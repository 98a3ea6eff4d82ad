"""Citations: the words that cite (``atoms``, ``scan``), names of laws (``laws``), addresses they mean (``resolve``)."""
