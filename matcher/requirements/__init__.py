"""A role profile or a job description to a RequirementSet."""
