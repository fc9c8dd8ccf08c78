"""What a namespace's nftables have beside our own table."""

UNKNOWN_RULESET = "\0"
"""Stands for tables that no drawing has asked for, or that somebody changed since: no text of a
drawing holds a zero."""
