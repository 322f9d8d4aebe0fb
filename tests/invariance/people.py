"""Resumes of our own with slots for who somebody is: name, pronoun, place, age, school, club. None of it may count."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AGES", "CLUBS", "NAMES", "PLACES", "PRONOUNS", "SCHOOLS", "STORIES", "Person", "told"]

# Go, Ruby, Swift and Julia are names of people, too.
NAMES = (
    "Fatima al-Zahra Mansour",
    "Go Tanaka",
    "Jamal Washington",
    "Julia O'Brien",
    "José Ñáñez",
    "Ruby Swift",
    "Wei Zhang",
)
PRONOUNS = (("she", "her"), ("he", "his"), ("they", "their"))
PLACES = ("Berlin", "Lagos", "Java, Indonesia", "Leeds", "Hyderabad", "Recife")
SCHOOLS = ("Howard College", "Harvard University", "Universidade do Norte", "Open University", "Open Polytechnic")
AGES = ("", "Age: 24", "Born in 1968", "Date of birth: 4 May 1999")
CLUBS = (
    "",
    "Captain of the women's rugby club.",
    "Sings in the choir of the mosque.",
    "Volunteer at the LGBT centre.",
    "Married, two children, driving licence B.",
    "Plays chess at the retired officers' club.",
)
STORIES = (
    """{name}
Back-end engineer | {place} | someone@example.com
{age}

Summary
{name} has built payment services since 2016. {Pronoun} likes quiet systems.

Experience
Senior Back-end Engineer, Quillmere Freight, 03/2020 - present
- Designed the booking API in Go; {possessive} service answers 900 requests a second.
- Led a team of four engineers and mentored two juniors into {possessive} own role.
- Split the monolith into five services on Kubernetes, each with its own PostgreSQL database.
Back-end Engineer, Tern Bank, 08/2016 - 02/2020
- Kept ledgers in Java and Spring Boot on Oracle; cut the nightly run from 6 hours to 40 minutes.
- No cloud there; the platform team ran Kafka.

Education
BSc Computer Science, {school}, 2016

Skills
Go, Java, PostgreSQL, Docker, Terraform

Interests
{club}
""",
    """{name}
{place}
{age}

WORK
Developer, Larkfield Apps, 2021 - 2025
Python and Django for a ticket shop. {Pronoun} wrote the tests with pytest and reviewed pull requests.
With the help of a senior {pronoun} moved it to Docker.

STUDIES
{school}, Bachelor of Arts in History, 2019

OTHER
{club}
{name} joined the firm in 2021. {Pronoun} built the billing service in Go and moved {possessive} team to GitLab CI.
In 2022 {pronoun} led two contractors; {pronoun} also ran RabbitMQ, and has never used Kafka.
AWS Certified Developer - Associate, 2024
""",
)


@dataclass(frozen=True)
class Person:
    """Who somebody is."""

    name: str = "Ada Lind"
    pronouns: tuple[str, str] = PRONOUNS[0]
    place: str = "Oslo"
    school: str = "Eastmoor University"
    age: str = ""
    club: str = ""


def told(story: str, person: Person) -> str:
    """Return a resume as this person would hand it in."""
    pronoun, possessive = person.pronouns
    return story.format(
        name=person.name,
        pronoun=pronoun,
        Pronoun=pronoun.capitalize(),
        possessive=possessive,
        place=person.place,
        school=person.school,
        age=person.age,
        club=person.club,
    )
