"""Works off what was stored: claims items, reads and judges them in child processes, stores the results."""
