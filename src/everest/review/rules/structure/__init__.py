"""Rules on length and shape: the pages, and detectors beside them."""
