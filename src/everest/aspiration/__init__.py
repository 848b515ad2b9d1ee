"""Goals told from aspirations, horizons, and whether an aim is realistic for this candidate."""
