"""Sentences, word forms, time spans and likeness of meaning. Knows nothing of careers."""
