"""The optional language model, behind one interface."""
