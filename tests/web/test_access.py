"""Every route by who may open it, and every form without its token. The table is printed with the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.routing import Rule

from matcher.domain.erasure import Cause
from matcher.domain.screenings import ProfileOrigin
from matcher.domain.workspace import UserRole
from matcher.pipeline import Matcher, Upload
from matcher.storage.database import Connection
from matcher.storage.documents import add_document
from matcher.storage.erasure import erase_screening
from matcher.storage.profiles import add_profile
from matcher.storage.screenings import add_items, add_screening
from matcher.storage.tables.screenings import screenings
from matcher.taxonomy.profile import profile_to_json
from matcher.taxonomy.profile_sources import profile_from_role
from matcher.web.access import Right, may, right_of
from matcher.work.processing import work_off_one
from matcher.work.records import target_to_json
from tests.web.accounts import Staff, form_of

LEAST = {Right.SEE: "viewer", Right.WORK: "recruiter", Right.MANAGE: "administrator"}
ROLES = [role.value for role in UserRole]
# What a closed door answers: a page that leads to the login, or a refusal.
NO_LOGIN = {"GET": 303, "POST": 401}
HIDDEN = {404, 410}

Sample = Callable[[], str]


@dataclass
class Route:
    rule: Rule
    method: str
    right: Right | None


def routes(app: Flask) -> Iterator[Route]:
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        for method in sorted(rule.methods & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
            yield Route(rule, method, right_of(app, rule.endpoint))


def screening_maker(app: Flask, staff: Staff, matcher: Matcher, resume: Upload, as_of: date) -> Sample:
    """Makes screenings of one resume."""
    user, now = staff.users["recruiter"], app.config["CLOCK"]()
    until = now + timedelta(days=30)
    target = target_to_json(matcher.role("lead-backend-engineer"))

    def begin(connection: Connection) -> str:
        return add_screening(
            connection, user.team_id, title="November", target=target, taxonomy=("1", "0" * 64), as_of=as_of,
            blind=True, created_by=user.id, now=now, expires_at=until,
        ).id  # fmt: skip

    def judge() -> None:
        while work_off_one(staff.database, matcher, owner="wrk_test", clock=app.config["CLOCK"]):
            pass

    def make() -> str:
        # A document of its own for each: some routes erase it.
        with staff.database.write() as connection:
            made = begin(connection)
            document = add_document(
                connection, user.team_id, resume.data, file_name="ada.txt", source="screening", created_by=user.id,
                now=now, expires_at=until,
            )  # fmt: skip
            add_items(connection, user.team_id, made, [document], now=now)
        judge()
        return made

    return make


@pytest.fixture
def samples(app: Flask, staff: Staff, matcher: Matcher, resume: Upload, as_of: date) -> dict[tuple[str, str], Sample]:
    """By blueprint and argument: makes something of the team "here" for a route to be about, and returns its id."""
    screening = screening_maker(app, staff, matcher, resume, as_of)

    def receipt() -> str:
        user, now = staff.users["recruiter"], app.config["CLOCK"]()
        ident = screening()
        with staff.database.write() as connection:
            return erase_screening(
                connection, user.team_id, ident, because=Cause.SCREENING, by=user.id, now=now
            ).id  # fmt: skip

    def profile() -> str:
        user = staff.users["recruiter"]
        made = profile_from_role(matcher.taxonomy.role("lead-backend-engineer"))
        with staff.database.write() as connection:
            return add_profile(
                connection, user.team_id, title="Lead", content=profile_to_json(made), origin=ProfileOrigin.SHIPPED,
                by=user.id, now=app.config["CLOCK"](),
            ).profile_id  # fmt: skip

    return {
        ("screenings", "screening_id"): screening,
        ("screenings", "alias"): lambda: "A1",
        ("screenings", "form"): lambda: "csv",
        ("screenings", "receipt_id"): receipt,
        ("pool", "screening_id"): screening,
        ("pool", "alias"): lambda: "A1",
        ("interviews", "screening_id"): screening,
        ("interviews", "alias"): lambda: "A1",
        ("interviews", "form"): lambda: "docx",
        ("profiles", "profile_id"): profile,
        ("profile_editing", "profile_id"): profile,
        ("profile_cards", "profile_id"): profile,
        ("profile_cards", "requirement"): lambda: "mentoring",
        ("team", "user_id"): lambda: staff.users["viewer"].id,
    }


def path_of(app: Flask, route: Route, samples: dict[tuple[str, str], Sample]) -> str:
    blueprint = route.rule.endpoint.rpartition(".")[0]
    arguments = {}
    for name in route.rule.arguments:
        assert (blueprint, name) in samples, f"give a sample for <{name}> of {route.rule.rule}"
        arguments[name] = samples[blueprint, name]()
    with app.test_request_context():
        return route.rule.build(arguments, append_unknown=False)[1]


def test_every_route_says_what_it_needs(app: Flask) -> None:
    undeclared = [route.rule.rule for route in routes(app) if route.right is None]

    assert undeclared == []


def test_a_route_without_a_right_is_closed_to_everybody(app: Flask, staff: Staff) -> None:
    app.add_url_rule("/forgotten", "forgotten", view_func=lambda: "secret")

    answers = [staff.client(login).get("/forgotten") for login in (*ROLES, "stranger")]

    assert right_of(app, "forgotten") is None
    assert {answer.status_code for answer in answers} == {403}


def test_routes_are_open_to_whom_they_should_be_and_to_nobody_else(
    app: Flask, staff: Staff, samples: dict[tuple[str, str], Sample], capsys: pytest.CaptureFixture[str]
) -> None:
    lines, wrong = [], []
    for route in routes(app):
        if route.right not in LEAST:
            continue
        cells = {}
        for who in ("nobody", *ROLES, "stranger", "no token"):
            login = LEAST[route.right] if who == "no token" else who
            client = app.test_client() if who == "nobody" else staff.client(login)
            path = path_of(app, route, samples)
            sent = route.method != "GET" and who not in {"nobody", "no token"}
            data = form_of(client) if sent else None
            cells[who] = client.open(path, method=route.method, data=data).status_code
        lines.append(
            f"{route.method:<5}{route.rule.rule:<48}{route.right:<8}" + "".join(f"{c:>8}" for c in cells.values())
        )
        wrong += [f"{route.method} {route.rule.rule}: {fault}" for fault in faults(route, cells)]
    with capsys.disabled():
        head = ("nobody", "viewer", "recr.", "admin.", "other", "no tok.")
        print("\n\nWho may open what (status of the answer)")
        print(f"{'':<5}{'route':<48}{'needs':<8}" + "".join(f"{name:>8}" for name in head))
        print("\n".join(lines))

    assert len(lines) >= 17
    assert wrong == []


def faults(route: Route, cells: dict[str, int]) -> Iterator[str]:
    """What is wrong with the answers of one route."""
    least = ROLES.index(LEAST[route.right])
    if cells["nobody"] != NO_LOGIN[route.method]:
        yield f"without a login it answers {cells['nobody']}"
    for place, role in enumerate(ROLES):
        if place < least and cells[role] != 403:
            yield f"to a {role} it answers {cells[role]}"
        if place >= least and (cells[role] in {401, 403} or cells[role] >= 500):
            yield f"it is closed to a {role}: {cells[role]}"
    if route.rule.arguments and cells["stranger"] not in HIDDEN:
        yield f"to another team it answers {cells['stranger']}"
    if route.method != "GET" and cells["no token"] != 403:
        yield f"without its token it answers {cells['no token']}"


def test_open_routes_ask_for_nothing(app: Flask, staff: Staff) -> None:
    opened = {}
    for route in routes(app):
        if route.right is Right.OPEN and route.method == "GET" and not route.rule.arguments:
            with app.test_client().get(route.rule.rule) as answer:
                opened[route.rule.rule] = answer.status_code

    assert len(opened) > 7
    assert not {path: status for path, status in opened.items() if status in {401, 403, 500} or status == 303}


def test_every_form_of_the_workspace_carries_the_field(app: Flask) -> None:
    from tests.conftest import ROOT

    missing = []
    for folder in ("account", "recruiter", "profiles", "team"):
        for path in sorted((ROOT / "templates" / folder).glob("*.html")):
            for form in path.read_text("utf-8").split("<form ")[1:]:
                head, _, rest = form.partition(">")
                if 'method="post"' in head and not rest.lstrip().startswith("{{ csrf_field() }}"):
                    missing.append(f"{folder}/{path.name}")

    assert missing == []


def test_templates_are_told_what_the_user_may(app: Flask, staff: Staff) -> None:
    from flask import g

    with app.test_request_context():
        assert not may("see")
        g.actor = staff.users["recruiter"]
        assert (may("see"), may("work"), may("manage")) == (True, True, False)


def test_a_viewer_never_sees_who_they_are(app: Flask, staff: Staff, samples: dict[tuple[str, str], Sample]) -> None:
    ident = samples["screenings", "screening_id"]()
    with staff.database.write() as connection:
        connection.execute(update(screenings).where(screenings.c.id == ident).values(blind=False))
    for path in ("", "/resumes/A1", "/ranking.csv", "/resumes/A1/kit"):
        address = f"/screenings/{ident}{path}"

        assert "ada.txt" in staff.client("recruiter").get(address).text
        assert "ada.txt" not in staff.client("viewer").get(address).text
