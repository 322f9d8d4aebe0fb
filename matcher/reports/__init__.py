"""Comparison to Report, and Report to JSON, text, Markdown and HTML."""
