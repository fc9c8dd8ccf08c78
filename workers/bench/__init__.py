"""Measurements: our engine and probes beside what others need for the same."""
