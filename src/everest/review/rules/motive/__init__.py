"""Rules on what moves a person: the pages, and detectors beside them."""
