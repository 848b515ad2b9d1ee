"""Files of any kind become one text with offsets, and blocks that remember their layout."""
