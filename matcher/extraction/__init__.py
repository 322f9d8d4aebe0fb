"""A Document's skill mentions: the only home of spaCy and rapidfuzz."""
