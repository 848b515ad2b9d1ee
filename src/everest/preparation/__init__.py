"""One candidate and one opening, and all that was worked out between them; and its store."""
