"""The pages of the application, each in its states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from tests.web.conftest import FORM, app, client, clock, post, resume, settings, work_off
from tests.web.profile_pages import fields_of

__all__ = ["app", "client", "clock", "post", "resume", "settings", "work_off"]

ROLE = "lead-backend-engineer"
JOB = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"


@pytest.fixture
def pages(
    client: FlaskClient, post: Callable[..., Any], resume: Upload, sample: Upload, work_off: Callable[[], None]
) -> dict[str, str]:
    """Every page by what it shows."""
    report = post("/", file=sample, role=ROLE).location
    job = post("/", file=resume, job=JOB).location
    nothing = post("/", text="A recipe for soup. Cut the onions.", role=ROLE).location
    files = [sample, resume, Upload(b"", "empty.pdf"), Upload(sample.data, "again.pdf")]
    screening = post("/screenings", files=files, role=ROLE, hide_names="on").location
    named = post("/screenings", files=files, role=ROLE).location
    work_off()
    running = post("/screenings", files=files, role=ROLE, hide_names="on").location
    client.post(f"{named}/resumes/A1/notes", data=FORM | {"note": "Call back."})
    decided = {"choice": "hold", "requirement": "team-leadership", "reason": "We talked."}
    client.post(f"{named}/resumes/A1/decision", data=FORM | decided)
    client.post(f"/pool{named.removeprefix('/screenings')}/A2", data=FORM | {"consent_on": "2026-11-01"})
    plain = {
        "upload": "/", "report": report, "report open": f"{report}?show=open", "report all": f"{report}?open=all",
        "report print": f"{report}?view=print", "report of a job": job, "report of nothing": nothing,
        "text": f"{report}/text",
        "plan": f"{report}/plan?date=2026-12-04", "no plan": f"{report}/plan", "practice": f"{report}/practice?n=2",
        "questions": "/questions?page=2", "no question": "/questions?q=zebra", "bank practice": "/questions/practice",
        "asked": f"{report}/asked", "asked of a job": f"{job}/asked",
        "stand-alone": f"{report}/file/html", "deleted": "/deleted",
        "new screening": "/screenings/new", "screening": screening, "screening running": running,
        "screenings": "/screenings", "more files": f"{screening}/files", "run again": f"{screening}/again",
        "erase": f"{screening}/delete", "screening named": f"{named}?sort=score",
        "one of them named": f"{named}/resumes/A1", "pool": "/pool", "pool searched": "/pool?skill=Kafka",
        "one of them": f"{screening}/resumes/A1", "kit": f"{screening}/resumes/A1/kit",
        "kit for everybody": f"{screening}/kit?ask=security",
        "side by side": f"{screening}/side-by-side?who=A1&who=A2", "nothing beside": f"{screening}/side-by-side",
        "method": f"/roles/{ROLE}/method", "notice": f"/roles/{ROLE}/notice?told=2026-11-20",
        "notice of a wrong day": f"/roles/{ROLE}/notice?told=soon", "roles": "/roles",
        "role": f"/roles/{ROLE}", "about": "/about",
        "api": "/api", "not found": "/nothing", "gone": f"/reports/{'a' * 32}",
    }  # fmt: skip
    found = {name: client.get(path).text for name, path in plain.items()}
    profile = post("/profiles", start="target", role=ROLE).location
    post("/profiles", start="target", job=JOB)
    for name, path in {
        "profiles": "/profiles", "profile": profile, "profile edited": f"{profile}/edit",
        "versions": f"{profile}/versions", "account": "/account", "team": "/team",
    }.items():  # fmt: skip
        found[name] = client.get(path).text
    found["profiles problem"] = post("/profiles", start="file", file=Upload(b"title: 1", "x.yaml")).text
    changes = {"r0-weight": "much", "do": "save"}
    found["profile problem"] = client.post(f"{profile}/edit", data=fields_of(found["profile edited"], **changes)).text
    added = fields_of(found["profile edited"], do="question")
    found["question added"] = client.post(f"{profile}/edit", data=added).text
    found["refused"] = client.post("/screenings").text
    found["upload problem"] = post("/", file=Upload(b"", "empty.pdf"), job="no").text
    changed = post(f"{report}/again", file=resume).location
    found["changes"] = client.get(changed).text
    found["next version"] = client.get(f"{report}/again").text
    found["next version problem"] = post(f"{report}/again", text=" ").text
    found["plan problem"] = client.get(f"{report}/plan?date=soon").text
    found["asked problem"] = client.post(f"{job}/asked", data={"add": "Frobnicator"}).text
    found["screening problem"] = post("/screenings", role=ROLE).text
    found["decision problem"] = client.post(f"{named}/resumes/A1/decision", data=FORM).text
    receipt = client.post(f"{screening}/resumes/A2/delete", data=FORM).location
    found["receipt"] = client.get(receipt).text
    return found
