from __future__ import annotations

import pytest

from matcher.training.fit import LEAST_STATEMENTS, fit
from matcher.training.statements import SIGNALS, Labelled
from matcher.training.weights import to_bytes, to_model

pytest.importorskip("sklearn", reason="the extra train is not installed")


def rows() -> dict[str, list[Labelled]]:
    taught = [Labelled(f"Taught {n} juniors.", "bullet", {"mentoring": "met"}) for n in range(2, 12)]  # type: ignore[dict-item]
    other = [Labelled(f"Built screen {n} of the shop.", "bullet", {}) for n in range(2, 12)]
    return {"a": taught[:5] + other[:5], "b": taught[5:] + other[5:]}


def test_what_is_labelled_is_found_again() -> None:
    model = to_model(fit(rows()))

    assert model.grades("taught three juniors")["mentoring"].met > 0.5  # type: ignore[index]
    assert model.grades("built the screen")["mentoring"].shown < 0.5  # type: ignore[index]


def test_a_label_that_nothing_has_is_never_found() -> None:
    assert to_model(fit(rows())).grades("taught juniors")["security"].shown == 0.0  # type: ignore[index]


def test_rare_features_are_left_out() -> None:
    authors = rows()
    once, pet = Labelled("Zanzibar.", "bullet", {}), [Labelled(f"Byzantine {n}.", "bullet", {}) for n in range(9)]

    fitted = fit({"a": [*authors["a"], once, *pet], "b": [*authors["b"], once]})

    assert "w:taught" in fitted.features
    assert not {"w:zanzibar", "w:byzantin"} & set(fitted.features)
    assert fitted.weights.shape == (len(fitted.features), 2 * len(SIGNALS))
    assert LEAST_STATEMENTS > 1


def test_the_same_statements_give_the_same_bytes() -> None:
    assert to_bytes(fit(rows())) == to_bytes(fit(rows()))
