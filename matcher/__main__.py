"""Lets ``python -m matcher`` do what the command ``matcher`` does."""

from __future__ import annotations

from matcher.cli import main

main()
