"""Alternatives are one thing asked; what is joined by "and" is several."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Java or Kotlin", ["java+kotlin"]),
        ("Java and Kotlin", ["java", "kotlin"]),
        ("Java, Kotlin", ["java", "kotlin"]),
        ("Java, Kotlin, or Scala", ["java+kotlin+scala"]),
        ("Java, Kotlin and Scala", ["java", "kotlin", "scala"]),
        ("Java and/or Kotlin", ["java+kotlin"]),
        ("Java / Kotlin", ["java+kotlin"]),
        ("Java or, even better, Kotlin", ["java+kotlin"]),
        ("Python (Django or FastAPI)", ["python", "django+fastapi"]),
        ("AWS (EC2, S3, RDS)", ["aws", "ec2", "s3", "rds"]),
        ("AWS/GCP/Azure", ["aws+google_cloud+azure"]),
        ("C++ (Rust also considered)", ["cpp+rust"]),
        ("One of Java, Kotlin, Scala", ["java+kotlin+scala"]),
        ("At least one of: PostgreSQL, MySQL", ["postgresql+mysql"]),
        ("Either Jenkins or CircleCI", ["jenkins+circleci"]),
        ("Docker, PostgreSQL or MySQL", ["docker", "postgresql+mysql"]),
        ("Python, Java or Kotlin, Docker", ["python", "java+kotlin", "docker"]),
        ("PostgreSQL or similar, Redis", ["postgresql", "redis"]),
        ("PostgreSQL for five years or so, Redis", ["postgresql", "redis"]),
        ("AWS or another cloud, and Docker", ["aws+cloud_computing", "docker"]),
        ("Relational databases (PostgreSQL, MySQL)", ["relational+postgresql+mysql"]),
        ("Relational databases such as PostgreSQL", ["relational+postgresql"]),
        ("Web frameworks like Django, Flask, or FastAPI", ["web_framework+django+flask+fastapi"]),
        ("Databases: PostgreSQL, MySQL", ["postgresql", "mysql"]),
        ("SQL (PostgreSQL, MySQL or similar)", ["sql", "postgresql+mysql"]),
        ("Java 17 / Kotlin 2", ["java+kotlin"]),
        ("Node.js (Express/NestJS), Docker", ["nodejs", "express+nestjs", "docker"]),
        ("HTML/CSS", ["html", "css"]),
    ],
)
def test_what_belongs_together(line: str, groups: list[str], asks: Callable[[str], dict[str, str]]) -> None:
    assert list(asks(line)) == groups
