from __future__ import annotations

from flask.testing import FlaskClient

from matcher.taxonomy.index import Taxonomy


def test_roles_are_listed_with_their_numbers(client: FlaskClient, taxonomy: Taxonomy) -> None:
    page = client.get("/roles").text

    for role in taxonomy.roles.values():
        assert f'href="/roles/{role.id}"' in page


def test_a_role_shows_each_requirement_with_its_criteria(client: FlaskClient, taxonomy: Taxonomy) -> None:
    role = taxonomy.roles["lead-backend-engineer"]  # type: ignore[index]

    page = client.get(f"/roles/{role.id}").text

    for requirement in role.requirements:
        assert f'id="r-{requirement.id}"' in page
    assert page.count("<dt>In part</dt>") == len(role.requirements)


def test_the_method_page_states_the_running_rules(client: FlaskClient, taxonomy: Taxonomy) -> None:
    page = client.get("/about").text

    assert f"{taxonomy.policy['credit-listed'] * 100:.0f} %" in page
    assert "24 hours" in page


def test_the_api_page_names_every_path_and_code(client: FlaskClient) -> None:
    page = client.get("/api").text

    for path in client.get("/api/v1/openapi.json").json["paths"]:
        assert path in page
    for code in ("no_text_layer", "not_acceptable", "internal_error"):
        assert f'id="error-{code}"' in page


def test_each_role_has_a_resume_to_fill_in(client: FlaskClient) -> None:
    word = client.get("/roles/lead-backend-engineer/resume-template.docx")
    plain = client.get("/roles/lead-backend-engineer/resume-template.md")

    assert word.data.startswith(b"PK")
    assert "resume-lead-backend-engineer.docx" in word.headers["Content-Disposition"]
    assert plain.text.startswith("# [Your name]")
    assert client.get("/roles/lead-backend-engineer/resume-template.exe").status_code == 404
    assert client.get("/roles/pirate/resume-template.md").status_code == 404


def test_the_page_of_the_api_says_what_its_adapters_follow_and_that_they_never_ran_live(client: FlaskClient) -> None:
    page = client.get("/api").text

    assert page.count("not run against a live ATS") == 2
    assert "the published documentation of 20 January 2026" in page
    for rule in client.application.url_map.iter_rules():
        if rule.rule.startswith("/integrations/"):
            assert rule.rule.rpartition("/")[2] in page
