"""Resumes of people who do not exist, full of what tells who they are: in several layouts, voices and formats.

Each comes with the strings that must not be shown of it. The skills and the work are the same for all of a voice.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matcher.pipeline import Upload
from matcher.reports.docx_writer import write_docx
from tests.parsing.build_docx import docx_of, paragraph, table
from tests.parsing.build_pdf import HELVETICA, pdf_of, shown
from tests.parsing.test_odt import odt_of
from tests.reports.people import PEOPLE, Person

__all__ = ["PersonalResume", "personal_resumes"]

Lines = list[tuple[str, str]]
# What is told of the work; the person stands in it by name, pronoun, school, club and town.
VOICES: tuple[dict[str, Sequence[str]], ...] = (
    {
        "summary": (
            "{given} is a back-end engineer with {years} years of experience; {he} builds services in Go and SQL.",
        ),
        "job": (
            "{given} designed and built the payments API in Go and PostgreSQL; {he} ran it for four years.",
            "As {his} own project, {family} moved 40 services to Kubernetes on AWS and mentored three juniors.",
            "Introduced code review and wrote the runbooks that {his} team still uses (github.com/{handle}/runbooks).",
        ),
        "before": (
            "{He} was the only woman or man on call: {family} traced outages in Kafka and wrote postmortems.",
            "Tuned slow SQL queries in PostgreSQL; {name} cut the nightly report from 40 to 3 minutes.",
        ),
        "old": ("{name} wrote C and Oracle stored procedures for the billing of Brackwater Telecom.",),
        "club": ("Treasurer of the {club}; built its member site in Django.",),
    },
    {
        "summary": ("Backend developer, {age} years old, {married}, based in {town}; {language} native.",),
        "job": (
            "Built REST APIs in Java and Spring Boot for logistics; contact {mail} or {phone} for the demo.",
            'Led a team of five engineers; they called {him} "{given}" and {he} mentored each of them weekly.',
            "Wrote the design documents for the event platform on Kafka, reviewed by {his} professor at {school}.",
        ),
        "before": (
            "Deployed with Docker, Terraform and GitHub Actions; {given}'s pipelines cut releases to ten minutes.",
            "Presented the monitoring with Prometheus and Grafana at the {club} in {town}.",
        ),
        "old": ("Maintained Perl scripts and MySQL for Old Harbour Bank, hired straight from {school}.",),
        "club": ("Volunteer web developer at {club}: Flask and PostgreSQL for its register.",),
    },
    {
        "summary": ("Engineer who likes quiet services. Returned from {leave} in 2024. Pronouns: {pronouns}.",),
        "job": (
            "Owned the order service in Python and FastAPI from design to operation; {he} is its maintainer.",
            'Reviewed by {his} manager as: "{given} {family} leads by writing; {his} documents are read by all teams."',
            "Cut the AWS bill by a third, then told the story at {school} where {he} had graduated in {to}.",
        ),
        "before": (
            "{family}, {initial}. (as in the commit log, {handle}) migrated RabbitMQ to Kafka without downtime.",
            "Ran incident response for Redis and PostgreSQL outages; {He} wrote each postmortem {himself}.",
        ),
        "old": ("Wrote COBOL and DB2 batch jobs at Stonegate Insurance in {oldyear}.",),
        "club": ("Taught Python to {girls} at the {club}.",),
    },
    {
        "summary": ("I have built back ends in Node.js and TypeScript since {since}, mostly in {town}.",),
        "job": (
            "I own the ledger service (Node.js, TypeScript, MongoDB); see https://{handle}.dev/ledger for slides.",
            'I mentor two developers and lead the design review. "Thank you, {title} {family}", wrote a customer.',
            "I put OpenTelemetry tracing and SLOs into all services and documented them, signed {name}.",
        ),
        "before": (
            "I integrated OAuth 2.0 and GraphQL for a shop; the npm package @{handle}/auth is mine.",
            "I translated the Elasticsearch documentation to {language} for {his_own} team in {country}.",
        ),
        "old": ("I kept Visual Basic and SQL Server 7 alive at Quarrystone Mills.",),
        "club": ("Secretary, {club} - PHP and MySQL site.",),
    },
)


@dataclass(frozen=True, slots=True)
class PersonalResume:
    """A resume with the strings that must not be shown, and those that must not be shown as whole words."""

    upload: Upload
    person: Person
    strings: tuple[str, ...]
    words: tuple[str, ...]


def personal_resumes() -> tuple[PersonalResume, ...]:
    """Return four resumes of each person: every voice, another layout and another format each time."""
    return tuple(
        _resume(person, voice, (person.number + voice) % len(LAYOUTS), (person.number * 3 + voice) % len(FORMATS))
        for person in PEOPLE
        for voice in range(len(VOICES))
    )


def _resume(person: Person, voice: int, layout: int, form: int) -> PersonalResume:
    facts = _facts(person)
    told = {key: [_filled(one, facts) for one in lines] for key, lines in VOICES[voice].items()}
    name, write = FORMATS[form]
    if name == "pdf" and not _is_latin1(" ".join((*facts.values(),))):
        # The fonts of small PDFs hold Western letters only.
        name, write = FORMATS[(form + 1) % len(FORMATS)]
    lines = LAYOUTS[layout](person, facts, told)
    filename = (
        f"{person.name} CV.{name}",
        f"CV_{person.family}_{person.given}.{name}",
        f"{person.handle}-resume.{name}",
    )
    upload = Upload(write(lines), filename[person.number % 3].replace("'", "").replace(" ", "_"))
    return PersonalResume(upload, person, _strings(person), _words(person))


def _is_latin1(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _filled(line: str, facts: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: facts[match[1]], line)


def _facts(person: Person) -> dict[str, str]:
    she = person.she
    start, end = person.studied
    return {
        "given": person.first, "family": person.family, "name": person.name, "initial": person.given[0],
        "he": "she" if she else "he", "He": "She" if she else "He", "him": "her" if she else "him",
        "his": "her" if she else "his", "himself": "herself" if she else "himself", "his_own": "my",
        "title": "Ms." if she else "Mr.", "pronouns": "she/her" if she else "he/him",
        "leave": "maternity leave" if she else "paternity leave",
        "married": "mother of two" if she else "married father of two", "girls": "girls" if she else "boys",
        "age": str(2026 - person.born), "years": str(2026 - end), "since": str(end), "from": str(start), "to": str(end),
        "oldyear": str(min(end + 1, 2009)), "town": person.town, "country": person.country, "school": person.school,
        "club": person.club, "language": person.language, "mail": person.mail, "phone": person.phone,
        "handle": person.handle, "street": person.street, "born": f"{1 + person.number % 28} March {person.born}",
    }  # fmt: skip


def _strings(person: Person) -> tuple[str, ...]:
    """Return what may stand nowhere, inside of words neither."""
    found = {
        person.name, person.mail, person.mail.partition("@")[0], person.phone, person.street, person.school,
        person.club, person.handle, "Brackwater", "Old Harbour", "Stonegate", "Quarrystone",
    }  # fmt: skip
    return tuple(sorted(one for one in found if len(one) > 3))


def _words(person: Person) -> tuple[str, ...]:
    """Return what may stand nowhere as a word: parts of the name, the town, pronouns, years."""
    # A library is called Jackson; as a word of its own it is the skill.
    skills = {"Ruby", "Jackson", "Kafka", "Go"}
    parts = {part for part in re.split(r"[\s-]+", person.name) if len(part) > 2 and part not in skills}
    parts |= {person.town, person.language, "he", "she", "him", "his", "hers", "herself", "himself"}
    parts |= {"mother", "father", "maternity", "paternity", "married", "girls", "boys", "woman", "man"}
    parts |= {"Referee", str(person.born), *map(str, person.studied)}
    # These years are those of the jobs too.
    parts -= {"2003", "2008", "2014", "2020", "2021"}
    return tuple(sorted(parts - {"de", "la", "der", "van", "dos"}))


def _classic(person: Person, facts: dict[str, str], told: dict[str, list[str]]) -> Lines:
    return [
        ("Title", person.name),
        ("", "Senior Backend Engineer"),
        ("", f"{person.street}, {person.town}, {person.country} | {person.mail} | {person.phone}"),
        ("", f"linkedin.com/in/{person.handle} | github.com/{person.handle}"),
        ("Heading1", "Summary"), *_plain(told["summary"]),
        ("Heading1", "Experience"), *_jobs(told),
        ("Heading1", "Education"), *_education(facts),
        ("Heading1", "Skills"), ("", "Go, Python, Java, PostgreSQL, Kafka, Docker, Kubernetes, AWS, Redis"),
        ("Heading1", "Volunteering"), *_bullets(told["club"]),
        ("Heading1", "Languages"), ("", f"{person.language} (native), English (C1)"),
        ("Heading1", "References"), ("", f"Prof. Vera Referee, {person.school}: {person.first} excels in Python."),
    ]  # fmt: skip


def _personal(person: Person, facts: dict[str, str], told: dict[str, list[str]]) -> Lines:
    """As in many countries: a block of personal details, with labels."""
    return [
        ("Title", "Curriculum Vitae"),
        ("Heading1", "Personal details"),
        ("", f"Name: {person.name}"),
        ("", f"Date of birth: {facts['born']}"),
        ("", f"Sex: {'female' if person.she else 'male'}"),
        ("", f"Address: {person.street}, {person.town}"),
        ("", f"E-mail: {person.mail}"),
        ("", f"Phone: {person.phone}"),
        ("", f"Nationality: {person.country}"),
        ("Heading1", "Work experience"), *_jobs(told),
        ("Heading1", "Education"), *_education(facts),
        ("Heading1", "Profile"), *_plain(told["summary"]),
        ("Heading1", "Interests"), *_bullets(told["club"]),
        ("Heading1", "Technical skills"), ("", "Languages: Go, Python, Java. Stores: PostgreSQL, MongoDB, Redis."),
    ]  # fmt: skip


def _capitals(person: Person, facts: dict[str, str], told: dict[str, list[str]]) -> Lines:
    return [
        ("", person.name.upper()),
        ("", f"{person.town} - {person.phone} - {person.mail}"),
        ("Heading1", "PROFILE"), *_plain(told["summary"]),
        ("Heading1", "EDUCATION"), *_education(facts),
        ("Heading1", "EMPLOYMENT"), *_jobs(told),
        ("Heading1", "ACTIVITIES"), *_bullets(told["club"]),
        ("Heading1", "SKILLS"), ("", "Docker, Terraform, Kafka, GraphQL, PostgreSQL"),
    ]  # fmt: skip


def _tail(person: Person, facts: dict[str, str], told: dict[str, list[str]]) -> Lines:
    """Contact at the end, the headline first; the name in a line at the foot of every page too."""
    return [
        ("Title", "Backend Engineer"),
        ("Heading1", "Experience"), *_jobs(told),
        ("", f"{person.name} - page 1 of 2"),
        ("Heading1", "Skills"), ("", "Go, PostgreSQL, Kafka, Docker, Kubernetes, AWS"),
        ("Heading1", "Education"), *_education(facts),
        ("Heading1", "Volunteer work"), *_bullets(told["club"]),
        ("Heading1", "About"), *_plain(told["summary"]),
        ("Heading1", "Contact"), ("", person.name), ("", person.mail), ("", person.phone),
        ("", f"{person.street}, {person.town}"),
    ]  # fmt: skip


LAYOUTS: tuple[Callable[[Person, dict[str, str], dict[str, list[str]]], Lines], ...] = (
    _classic, _personal, _capitals, _tail,
)  # fmt: skip


def _plain(lines: Sequence[str]) -> Lines:
    return [("", line) for line in lines]


def _bullets(lines: Sequence[str]) -> Lines:
    return [("ListBullet", line) for line in lines]


def _jobs(told: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    yield "Heading2", "Senior Backend Engineer, Quillmere Freight"
    yield "", "January 2021 - present"
    yield from _bullets(told["job"])
    yield "Heading2", "Backend Engineer, Northwick Payments"
    yield "", "March 2014 - December 2020"
    yield from _bullets(told["before"])
    yield "Heading2", "Software Developer, Brackwater Telecom"
    yield "", "May 2003 - June 2008"
    yield from _bullets(told["old"])


def _education(facts: dict[str, str]) -> Lines:
    return [
        ("", f"BSc Computer Science, {facts['school']}, {facts['from']} - {facts['to']}"),
        ("ListBullet", f"Thesis on scheduling in Go with {facts['his']} tutor at {facts['school']}"),
    ]


def _text(lines: Lines) -> bytes:
    marks = {"Heading1": "\n", "Heading2": "\n", "ListBullet": "- ", "Title": ""}
    return "\n".join(marks.get(style, "") + text for style, text in lines).encode()


def _markdown(lines: Lines) -> bytes:
    marks = {"Title": "# ", "Heading1": "\n## ", "Heading2": "\n### ", "ListBullet": "- ", "": "\n"}
    return "\n".join(marks[style] + text for style, text in lines).encode()


def _docx(lines: Lines) -> bytes:
    return write_docx(lines, title="Resume")


def _docx_table(lines: Lines) -> bytes:
    """Put the contact block into a table with two columns, as templates do."""
    head = next(index for index, (style, _) in enumerate(lines) if style == "Heading1")
    top = [paragraph(html.escape(text)) for _, text in lines[:head]]
    rest = "".join(
        paragraph(html.escape(text), run="<w:b/>" if style.startswith("Heading") else "")
        for style, text in lines[head:]
    )
    middle = max(1, len(top) // 2)
    return docx_of(table([["".join(top[:middle]), "".join(top[middle:]) or paragraph(" ")]]) + rest)


def _odt(lines: Lines) -> bytes:
    return odt_of("".join(f"<text:p>{html.escape(text)}</text:p>" for _, text in lines))


def _rtf(lines: Lines) -> bytes:
    def escaped(text: str) -> str:
        plain = re.sub(r"([\\{}])", r"\\\1", text)
        return "".join(
            one if one.isascii() else f"\\u{ord(one) if ord(one) < 32768 else ord(one) - 65536}?" for one in plain
        )

    body = "".join(rf"\pard {escaped(text)}\par" + "\n" for _, text in lines)
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}" + body + "}").encode("ascii")


def _pdf(lines: Lines) -> bytes:
    marks = {"ListBullet": "- "}
    texts = [part for style, text in lines for part in _wrapped(marks.get(style, "") + text)]
    pages = [shown(texts[at : at + 45]) for at in range(0, len(texts), 45)]
    return pdf_of(pages, font=HELVETICA.replace(b" >>", b" /Encoding /WinAnsiEncoding >>"))


def _wrapped(text: str) -> list[str]:
    out = [""]
    for word in text.split():
        if len(out[-1]) + len(word) > 88:
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return out


def _json(lines: Lines) -> bytes:
    """Tell the same as JSON Resume: the lines of the sections as they are."""
    name = next(text for style, text in lines if style == "Title" or text.isupper())
    sections: dict[str, list[str]] = {}
    heading = ""
    for style, text in lines:
        if style == "Heading1":
            heading = text.casefold()
        else:
            sections.setdefault(heading, []).append(text)
    named = next((text.removeprefix("Name: ") for _, text in lines if text.startswith("Name: ")), name)
    if name == "Backend Engineer":
        named = sections["contact"][0]
    mail = next(match.group() for _, text in lines if (match := re.search(r"[\w.]+@[\w.]+", text)))
    jobs = next(value for key, value in sections.items() if "experience" in key or "employment" in key)
    school = next(text for text in sections["education"] if text.startswith("BSc"))
    about = sections.get("summary", sections.get("profile", []))
    fields = {
        "basics": {"name": named, "email": mail, "summary": " ".join(about)},
        "work": [
            {"position": head.partition(", ")[0], "name": head.partition(", ")[2], "startDate": start, "endDate": end,
             "highlights": told}
            for head, start, end, told in _entries(jobs)
        ],
        "education": [{"studyType": "BSc", "area": "Computer Science", "institution": school.split(", ")[1],
                       "startDate": school[-11:-7], "endDate": school[-4:]}],
        "volunteer": [{"position": "Helper", "organization": "", "highlights": lines_of}
                      for key, lines_of in sections.items() if "volun" in key or key in {"interests", "activities"}],
        "languages": [{"language": text} for text in sections.get("languages", [])],
    }  # fmt: skip
    return json.dumps(fields, ensure_ascii=False).encode()


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, str, str | None, list[str]]]:
    dates = {
        "January 2021": ("2021-01", None),
        "March 2014": ("2014-03", "2020-12"),
        "May 2003": ("2003-05", "2008-06"),
    }
    heads = [at for at, text in enumerate(lines) if text.startswith(tuple(dates))]
    for index, at in enumerate(heads):
        last = heads[index + 1] - 1 if index + 1 < len(heads) else len(lines)
        start, end = next(value for key, value in dates.items() if lines[at].startswith(key))
        yield lines[at - 1], start, end, list(lines[at + 1 : last])


FORMATS: tuple[tuple[str, Callable[[Lines], bytes]], ...] = (
    ("txt", _text), ("pdf", _pdf), ("md", _markdown), ("docx", _docx), ("docx", _docx_table), ("odt", _odt),
    ("rtf", _rtf), ("json", _json),
)  # fmt: skip
