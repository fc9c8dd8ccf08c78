"""Noticing that somebody changed a running lab by hand, without asking again and again."""
