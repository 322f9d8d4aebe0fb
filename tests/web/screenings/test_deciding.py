from __future__ import annotations

from matcher.domain.screenings import Choice
from matcher.web.screenings.deciding import CHOICES


def test_every_choice_has_its_word_and_none_rejects() -> None:
    assert set(CHOICES) == set(Choice)
    assert "eject" not in " ".join(CHOICES.values())
