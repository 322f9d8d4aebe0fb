"""Mentions and dates to what the resume shows: positions, months, levels, signals."""
