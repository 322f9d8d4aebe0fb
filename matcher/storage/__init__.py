"""What is kept between requests: accounts, role profiles, screenings and their proof; SQLAlchemy's only home."""
