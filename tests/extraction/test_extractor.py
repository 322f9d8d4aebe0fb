"""The stage's one door."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.extractor import SkillExtractor
from matcher.taxonomy.index import Taxonomy
from tests.extraction.tiny import make_document, make_statement, read


def test_a_sentence_without_sections_is_read_as_it_stands(extractor: SkillExtractor) -> None:
    mention = extractor.extract(make_document("Built it on Kafka"))[0]

    assert mention.section is SectionKind.OTHER


def test_spans_are_of_the_original_text_however_it_is_folded(extractor: SkillExtractor) -> None:
    text = "Oﬃce: “Post\u200bgreSQL” and Кafka’s cousin Redis"

    assert [word for word, _, _ in read(extractor, text)] == ["Post\u200bgreSQL", "Кafka", "Redis"]


def test_a_name_does_not_run_over_the_end_of_a_statement(extractor: SkillExtractor) -> None:
    text = "Java, Spring\nBoot camp"
    apart = (
        make_statement(text, "Java, Spring", StatementKind.LIST, SectionKind.SKILLS),
        make_statement(text, "Boot camp", StatementKind.LIST, SectionKind.SKILLS),
    )
    joined = (make_statement(text, text, StatementKind.BULLET, SectionKind.EXPERIENCE),)

    assert [m.skill for m in extractor.extract(make_document(text), (), apart)][-1] == "frameworks.spring"
    assert [m.skill for m in extractor.extract(make_document(text), (), joined)][-1] == "frameworks.spring_boot"


def test_mentions_come_in_the_order_of_the_text_and_do_not_overlap(extractor: SkillExtractor) -> None:
    mentions = extractor.extract(make_document("Spring Boot, Kafka; Postgress, C++/C# and Node.js\nRedis"))

    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert len(mentions) == 7


@pytest.mark.parametrize("text", ["", "\n\n", "...", "•", "\u200b", "😀 Kafka"])
def test_odd_texts_are_read_without_complaint(extractor: SkillExtractor, text: str) -> None:
    assert len(extractor.extract(make_document(text))) == text.count("Kafka")


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Threads that take turns after a few instructions, so that whatever they share without a lock gets torn."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty_threads")
def test_threads_that_share_an_extractor_find_the_same(tiny: Taxonomy) -> None:
    texts = [f"Unsean{i:x} kafkaa{i:x} runs Kafka, Postgress{i % 7} and Redis{i}, Jenkns" for i in range(200)]
    lone, shared = SkillExtractor(tiny), SkillExtractor(tiny)
    alone = [read(lone, text) for text in texts]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: read(shared, text), texts))

    assert together == alone


def test_words_nobody_has_seen_leave_no_trace_in_the_vocabulary(tiny: Taxonomy) -> None:
    extractor = SkillExtractor(tiny)
    vocabulary = extractor._nlp.vocab
    read(extractor, "Kafka")
    before = len(vocabulary), len(vocabulary.strings)

    read(extractor, "Unheard-of zyxxes quuxed Kafka")

    assert (len(vocabulary), len(vocabulary.strings)) == before


def test_each_kept_or_dropped_name_is_explained_by_its_rule(extractor: SkillExtractor) -> None:
    told = extractor.explain(make_document("We go to market with Kafka, not with Redis"))

    assert [(name.text, name.kept is not None, name.assertion.value) for name in told] == [
        ("go", False, "claimed"),
        ("Kafka", True, "claimed"),
        ("Redis", True, "negated"),
    ]
    assert told[0].considered == ("languages.go",)
    assert told[0].rule != told[1].rule == "plain"
