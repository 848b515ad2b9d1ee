"""Rules on the words: the pages, and detectors beside them."""
