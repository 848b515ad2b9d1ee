"""Rules on the fit with the job: the pages, and detectors beside them."""
