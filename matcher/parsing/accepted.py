"""What kinds of file are accepted, in words and as endings: the one list that pages, the API and refusals tell."""

from __future__ import annotations

__all__ = ["JOB_ENDINGS", "JOB_FORMATS", "RESUME_ENDINGS", "RESUME_FORMATS"]

RESUME_FORMATS = ("PDF", "Word (.docx)", "ODT", "RTF", "Markdown", "text", "JSON Resume")
"""As people call them, the usual ones first."""

RESUME_ENDINGS = (".pdf", ".docx", ".odt", ".rtf", ".md", ".txt", ".json")

JOB_FORMATS = (*RESUME_FORMATS[:-1], "HTML", "schema.org JobPosting (JSON-LD)")
"""A job is saved from the web more often than it is written as a resume is, and never as JSON Resume."""

JOB_ENDINGS = (*RESUME_ENDINGS, ".html", ".htm", ".jsonld")
