from __future__ import annotations

from matcher.work.partners.reference import Reference


def test_a_reference_comes_back_as_it_went() -> None:
    whole = Reference("key_1", "https://m.example.org", "https://f.example.org/ä", True, "https://c.example.org", "k")

    assert Reference.from_json(whole.to_json()) == whole
    assert Reference.from_json(Reference("k", "r").to_json()) == Reference("k", "r")
