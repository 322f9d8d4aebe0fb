"""Evidence against requirements: verdicts, score, gaps."""
