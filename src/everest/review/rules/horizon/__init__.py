"""Rules on the plan and its time: the pages, and detectors beside them."""
