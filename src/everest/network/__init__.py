"""The one door to the outside, opened only when asked."""
