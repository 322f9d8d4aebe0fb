from __future__ import annotations

import pytest
from flask import Flask

from matcher.web.integrations.base import credential, natural_key, root
from tests.web.integrations.conftest import basic


@pytest.mark.parametrize(
    ("headers", "text"),
    [
        (basic("a-key"), "a-key"), ({"Authorization": "Basic YS1rZXk="}, "a-key"), ({"Authorization": "bearer a"}, "a"),
        ({"Authorization": "Basic !!"}, ""), ({"Authorization": "Basic w6Q6"}, ""), ({}, ""),
    ],
)  # fmt: skip
def test_the_key_is_the_user_name(app: Flask, headers: dict[str, str], text: str) -> None:
    with app.test_request_context(headers=headers):
        assert credential() == text


def test_natural_keys_do_not_run_together() -> None:
    assert natural_key("ab", "c") != natural_key("a", "bc")
    assert len(natural_key("x" * 9_000)) == 64


def test_links_begin_with_the_address_that_others_know(app: Flask) -> None:
    with app.test_request_context(base_url="https://called.example.org"):
        assert root() == "https://called.example.org"
        app.config["PUBLIC_URL"] = "https://matcher.example.org/"
        assert root() == "https://matcher.example.org"
