from __future__ import annotations

import io
import re
import zipfile

import pytest

from matcher.pipeline import Matcher
from matcher.recruiting import kit_of
from matcher.reports.kit import HEAD, RATINGS, Kit
from matcher.reports.kit_files import kit_docx, kit_markdown


@pytest.fixture(scope="module")
def kit(matcher: Matcher, sample, as_of) -> Kit:
    target = matcher.role("lead-backend-engineer")
    return kit_of(matcher, target, report=matcher.report(sample, target, as_of=as_of), candidate="Resume A1")


def questions(kit: Kit) -> int:
    return sum(len(asks) for _, _, asks in kit.parts)


def document(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_markdown_has_every_question_with_room_and_marks(kit: Kit) -> None:
    text = kit_markdown(kit)

    assert HEAD in text
    assert text.startswith("# Interview kit: Lead Back-End Engineer, Resume A1\n")
    assert len(re.findall(r"^### \d+\\\. ", text, re.MULTILINE)) == questions(kit)
    assert text.count(RATINGS[-1]) == questions(kit)
    assert "- [ ] " in text


def test_the_word_file_says_the_same(kit: Kit) -> None:
    text = document(kit_docx(kit))

    assert text.count(RATINGS[-1]) == questions(kit)
    assert text.count("<w:pBdr>") == 2 * questions(kit)


def test_a_question_stays_on_one_page(kit: Kit) -> None:
    paragraphs = re.findall(r"<w:p>.*?</w:p>", document(kit_docx(kit)))
    loose = [one for one in paragraphs if "<w:keepNext/>" not in one]

    # Title, what it is for, the last line of each question, and the foot.
    assert len(loose) == questions(kit) + 3
    assert all("Rating: " in one for one in loose[2:-1])


def test_the_same_kit_gives_the_same_bytes(kit: Kit) -> None:
    assert kit_docx(kit) == kit_docx(kit)
