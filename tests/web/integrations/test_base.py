from __future__ import annotations

import hashlib

from flask import Flask

from matcher.web.integrations.base import new_link, refuse


def test_a_link_cannot_be_guessed_and_its_secret_is_not_kept(app: Flask) -> None:
    app.config["PUBLIC_URL"] = "https://matcher.example.org/"
    with app.test_request_context():
        url, digest = new_link()
        assert new_link()[0] != url

    secret = url.removeprefix("https://matcher.example.org/integrations/results/")
    assert len(secret) == 43
    assert digest == hashlib.sha256(secret.encode()).hexdigest()


def test_a_refusal_names_its_field(app: Flask) -> None:
    with app.test_request_context():
        assert refuse("No.", 422, "url").json == {"errors": [{"message": "No.", "field": "url"}]}
