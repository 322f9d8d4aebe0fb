"""Working off the orders of applicant tracking systems: the resume is fetched, judged as any other, and told."""
