"""Gaps to the questions worth studying."""
