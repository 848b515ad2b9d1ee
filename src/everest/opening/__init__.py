"""The job interviewed for, and its company, each fact with its evidence."""
