from __future__ import annotations

import pytest
from flask import Flask

from matcher.web import create_app
from matcher.web.outside import inner_hosts, judged_address, seal_of
from matcher.web.problems import FormProblem


@pytest.mark.parametrize(
    ("url", "code"),
    [("http://example.org/", "address_invalid"), ("https://127.0.0.1/", "address_inner")],
)
def test_an_address_that_may_not_be_called_is_told_at_its_field(url: str, code: str, app: Flask) -> None:
    with app.test_request_context(), pytest.raises(FormProblem) as caught:
        judged_address(url, "url")

    assert (caught.value.code, caught.value.field) == (code, "url")


def test_the_operator_may_allow_inner_hosts(app: Flask) -> None:
    app.config["OUTBOUND_INNER"] = "127.0.0.1:9000, ats.internal:8443,"

    assert inner_hosts(app) == ("127.0.0.1:9000", "ats.internal:8443")
    with app.test_request_context():
        assert judged_address("http://127.0.0.1:9000/in", "url").port == 9000


def test_the_seal_is_the_operators_or_that_of_the_installation(app: Flask) -> None:
    sealed = seal_of(app).close("secret")
    given = create_app({**app.config, "SEAL_KEY": "mine"})

    assert seal_of(create_app(dict(app.config))).open(sealed) == "secret"
    assert seal_of(given).open(seal_of(given).close("x")) == "x"
    assert seal_of(given).close("secret") != sealed
