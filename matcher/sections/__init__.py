"""A Document's parts: sections by their headings, and the statements inside them."""
