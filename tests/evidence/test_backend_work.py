from __future__ import annotations

import pytest

from matcher.pipeline import Matcher, Upload
from tests.evidence.resumes import AS_OF, entry, job, resume


@pytest.mark.parametrize(
    ("title", "line", "trade"),
    [
        ("Backend Developer", "Kept things going.", "backend"),
        ("Senior Java Engineer", "Kept things going.", "backend"),
        ("Full-Stack Developer", "Pages and endpoints.", "backend"),
        ("Software Engineer", "Spring Boot services with PostgreSQL.", "backend"),
        ("Software Engineer", "React and CSS for the shop's pages.", "frontend"),
        ("Frontend Developer", "A small Express server for previews.", "frontend"),
        ("Android Developer", "Kotlin screens.", "frontend"),
        ("Test Automation Engineer", "JUnit and PostgreSQL.", "test"),
        ("QA Automation Engineer", "REST Assured against the API, PostgreSQL checks.", "test"),
        ("Data Engineer", "Spark and PostgreSQL.", "neighbour"),
        ("Site Reliability Engineer", "Kubernetes and Go.", "operations"),
        ("Business Analyst", "SQL for reports.", "analysis"),
        ("Research Assistant", "Python simulations.", "research"),
        ("Software Engineering Intern", "Django views.", "internship"),
        ("Engineering Manager", "Budget and hiring.", "manager"),
        ("Application Support Developer", "Prepared SQL scripts and small PHP changes.", "analysis"),
        ("Software Developer", "Java.", "backend"),
        ("Mechanical Engineer", "Pumps. Python scripts for test data.", "other"),
        ("Solutions Engineer", "REST API integrations for customers, Java snippets.", "analysis"),
        ("Software Engineer in Test", "Java for the API tests.", "test"),
        ("Software Engineer", "Desktop application for dentists in Qt, SQLite.", "frontend"),
        ("Application Developer", "PL/SQL for payroll.", "backend"),
        ("Softwareentwickler", "Java, Oracle.", "backend"),
        ("Sr Dev", "Java, Cassandra, REST.", "backend"),
        ("Analyst Programmer", "Payroll of the county.", "backend"),
        ("IT Assistant", "Java, Spring, AWS, Docker, Kubernetes.", "other"),
    ],
)
def test_title_and_lines_tell_the_trade(matcher: Matcher, title: str, line: str, trade: str) -> None:
    profile = matcher.read(resume(job(line, title=title)), as_of=AS_OF).profile

    assert profile.trades == (trade,)


def test_only_back_end_months_count_and_none_twice(matcher: Matcher) -> None:
    text = "\n".join(
        [
            job("Go services.", dates="01/2022 - 12/2023"),
            entry("Django services.", dates="07/2023 - 06/2024", company="Oakmere Tickets"),
            entry("React pages.", title="Frontend Developer", dates="01/2019 - 12/2021", company="Fennel Media"),
        ]
    )
    profile = matcher.read(resume(text), as_of=AS_OF).profile

    assert profile.backend_months == 30
    assert profile.neighbour_months == 0
    assert str(profile.backend_last) == "2024-06"


@pytest.mark.parametrize(("title", "trade"), [("IT Specialist", "software"), ("Engineer", "backend")])
def test_a_headline_speaks_for_the_jobs_of_makers_alone(matcher: Matcher, title: str, trade: str) -> None:
    # The helper writes "Back-end developer" below the name.

    profile = matcher.read(resume(job("Various tasks.", title=title)), as_of=AS_OF).profile

    assert profile.trades == (trade,)


def test_titles_of_one_employer_share_what_is_told_below_the_last(matcher: Matcher) -> None:
    text = (
        "Experience\nLarkfield Freight\nPrincipal Engineer, 01/2022 - present\n"
        "Engineer, 01/2019 - 12/2021\n- Spring services with PostgreSQL."
    )

    assert matcher.read(resume(text), as_of=AS_OF).profile.trades == ("backend", "backend")


def test_a_line_of_what_was_done_is_no_title(matcher: Matcher) -> None:
    text = "Experience\n05/2023 - 04/2024 | Tern Freight | moved the old timetable from spreadsheets to a Django site"

    assert matcher.read(resume(text), as_of=AS_OF).profile.trades == ("backend",)


@pytest.mark.parametrize("name", ["Ada Byte", "Go Tanaka", "Ruby Swift"])
@pytest.mark.parametrize("behind", ["\nConsultant, once a developer", " | Developer of things | Oslo"])
def test_the_name_of_a_person_says_nothing_of_the_trade(matcher: Matcher, name: str, behind: str) -> None:
    text = f"{name}{behind}\n\nExperience\n2016 - 2020 Tern Freight\n- Process models for harbours."

    assert matcher.read(Upload(text.encode(), "resume.txt"), as_of=AS_OF).profile.trades == ("other",)


def test_the_teams_one_works_with_say_nothing_of_the_trade(matcher: Matcher) -> None:
    text = "Ada Byte\n\nExperience\nSoftware Consultant, Tern, 01/2018 - present\n- Wrote specifications for vendors."
    more = "\n- Worked with designers and the front-end team every week."

    trades = [matcher.read(Upload(one.encode(), "ada.txt"), as_of=AS_OF).profile.trades for one in (text, text + more)]

    assert trades == [("software",), ("software",)]


def test_a_job_of_which_nothing_is_told_takes_the_trade_of_the_others(matcher: Matcher) -> None:
    text = job("Spring services with PostgreSQL.") + "\n\nSoftware Developer, Oakmere Tickets, 01/2016 - 12/2017"

    assert matcher.read(resume(text), as_of=AS_OF).profile.trades == ("backend", "backend")
