"""Matcher: reads a resume, compares it with a back-end role, shows the gaps with evidence and questions."""

__all__ = ["__version__"]

__version__ = "0.1.0"
