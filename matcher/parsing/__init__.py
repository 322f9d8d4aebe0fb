"""Bytes to a Document: the only stage that touches files, always through ``reader.parse_document``."""
