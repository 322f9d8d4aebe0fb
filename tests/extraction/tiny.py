"""Builders for the extraction tests: a handful of skills with the shipped word lists, and documents made of text."""

from __future__ import annotations

from dataclasses import replace

from matcher.domain.catalogue import Alias, AmbiguityRule, Policy, Skill, SkillId
from matcher.domain.document import Document, Format, Line, Section, SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import fold
from matcher.extraction.extractor import SkillExtractor
from matcher.extraction.reading import Reading
from matcher.extraction.tokens import cut
from matcher.extraction.units import locate_units
from matcher.taxonomy.index import Taxonomy

GO = AmbiguityRule(
    needs_company=True,
    case_sensitive=True,
    near=("goroutines", "grpc"),
    after=("in",),
    before=("services", "developer"),
    not_after=("to", "ready"),
    not_before=("to", "live"),
)


def make_skill(
    skill_id: str, name: str, *aliases: str, rule: AmbiguityRule | None = None, kind: str = "technology"
) -> Skill:
    """Make a skill whose name carries the rule and whose other aliases are plain."""
    return Skill(
        id=SkillId(skill_id),
        name=name,
        area=skill_id.split(".")[0],
        aliases=(Alias(name, rule), *(Alias(alias) for alias in aliases)),
        kind=kind,
    )


SKILLS = (
    make_skill("languages.go", "Go", "golang", rule=GO),
    make_skill("languages.java", "Java", "Java 8"),
    make_skill("languages.python", "Python"),
    make_skill("languages.csharp", "C#"),
    make_skill("languages.cpp", "C++", "c/c++"),
    make_skill("languages.c", "C"),
    make_skill("languages.ruby", "Ruby"),
    make_skill("languages.swift", "Swift"),
    make_skill("frameworks.dotnet", ".NET"),
    make_skill("frameworks.nodejs", "Node.js"),
    make_skill("frameworks.spring", "Spring"),
    make_skill("frameworks.spring_boot", "Spring Boot"),
    make_skill("frameworks.express", "Express"),
    make_skill("databases.postgresql", "PostgreSQL", "postgres"),
    make_skill("databases.redis", "Redis"),
    make_skill("databases.elasticsearch", "Elasticsearch"),
    make_skill("databases.sql_server", "SQL Server"),
    make_skill("messaging.kafka", "Apache Kafka", "Kafka"),
    make_skill("containers.kubernetes", "Kubernetes", "k8s"),
    make_skill("containers.docker", "Docker"),
    make_skill("delivery.ci_cd", "CI/CD", kind="practice"),
    make_skill("delivery.jenkins", "Jenkins"),
    make_skill("architecture.microservices", "Microservices", kind="concept"),
    make_skill("apis.rest", "REST API", kind="concept"),
    make_skill("databases.aurora", "Amazon Aurora", "aurora postgresql", "aurora"),
    make_skill("systems.administration", "System administration", "Docker administration", kind="practice"),
    make_skill("performance.tuning", "Performance tuning", "performance", kind="practice"),
    make_skill("performance.optimisation", "Query optimisation", kind="practice"),
)


def tiny_taxonomy(shipped: Taxonomy) -> Taxonomy:
    """Return the shipped word lists with a handful of skills and no policy."""
    return replace(shipped, skills={skill.id: skill for skill in SKILLS}, policy=Policy({}))


def make_document(text: str) -> Document:
    """Make a document of plain text, a line for each line."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(Span(at, at + len(line)), 1))
        at += len(line) + 1
    return Document(text, tuple(lines), Format.TEXT, 1, "0" * 64)


def make_statement(text: str, part: str, kind: StatementKind, section: SectionKind) -> Statement:
    """Make a statement of the place where a part stands in a text."""
    start = text.index(part)
    return Statement(Span(start, start + len(part)), kind, section)


def make_section(text: str, kind: SectionKind, heading: str) -> Section:
    """Make a section that covers the whole text, opened by a heading."""
    start = text.index(heading)
    return Section(kind, Span(0, len(text)), Span(start, start + len(heading)))


def read(extractor: SkillExtractor, text: str) -> list[tuple[str, str, str]]:
    """Return what an extractor finds in a text: the words, the skill's slug, and whose it is."""
    mentions = extractor.extract(make_document(text))
    return [(text[m.span.start : m.span.end], m.skill.split(".")[1], m.assertion.value) for m in mentions]


def claimed(extractor: SkillExtractor, text: str) -> list[str]:
    """Return the slugs of the skills that a text claims, in its order."""
    return [slug for _, slug, assertion in read(extractor, text) if assertion == "claimed"]


def make_reading(text: str, *statements: Statement) -> Reading:
    """Make a reading with its units, before any component has seen it."""
    folded = fold(text)
    reading = Reading(cut(folded.text))
    locate_units(reading, make_document(text), folded, (), statements)
    return reading
