"""Drawings for property tests: any that the model takes, and sound ones that can be applied."""
