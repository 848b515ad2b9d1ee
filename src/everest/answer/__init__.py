"""The answer: talking points, plans for each situation, sentences with their grounds."""
