"""What reading a text costs against spaCy's own tokeniser, and whether memory stays flat over thousands of texts.

The bar of 1.25 times make_doc was set for cutting a text into words, finding the names, mending misspelt ones and
judging them: that is "skills alone" here. "to skills" adds the parting into sections and statements, which the judging
of names reads, and the last way all that a report needs of a text.
"""

from __future__ import annotations

import gc
import multiprocessing
import random
import resource
import statistics
import string
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import spacy

from matcher.domain.document import Document
from matcher.evidence.profile import build_profile
from matcher.extraction.extractor import SkillExtractor
from matcher.matching.compare import compare
from matcher.matching.gaps import find_gaps
from matcher.parsing.reader import parse_text
from matcher.pipeline import Matcher, Target
from matcher.sections.lines import view_lines
from matcher.sections.sectionizer import split_sections
from matcher.sections.statements import split_statements

__all__ = ["memory_growth", "resume_texts", "text_costs"]

_RESUMES = Path(__file__).resolve().parents[1] / "evaluation"
_WORDS = 850
_ROUNDS = 9
_WARM, _TEXTS, _UNSEEN = 500, 6000, 0.15


def resume_texts() -> list[str]:
    """Return texts of about 900 words: our evaluation's resumes, as many one below the other as it takes."""
    texts, pages = [], []
    for path in sorted(_RESUMES.glob("*/resumes/*.txt")):
        pages.append(path.read_text("utf-8"))
        if sum(len(page.split()) for page in pages) >= _WORDS:
            texts.append("\n\n".join(pages))
            pages = []
    return texts


def text_costs(matcher: Matcher, target: Target, as_of: date) -> dict[str, tuple[float, float]]:
    """Return for each way through the texts its CPU seconds a text, and its ratio to spaCy's make_doc on the same.

    Rounds alternate, so that a busy neighbour disturbs all alike; the medians of the rounds count. Results are dropped
    at once, as a server does.
    """
    documents = [parse_text(text) for text in resume_texts()]
    extractor = SkillExtractor(matcher.taxonomy)
    parts = {id(document): matcher.split(document, job=False) for document in documents}
    blank, lexicon = spacy.blank("en"), matcher.taxonomy.lexicon
    ways: dict[str, Callable[[Document], object]] = {
        "make_doc": lambda document: blank.make_doc(document.text),
        "skills alone": lambda document: extractor.extract_all(
            document, parts[id(document)].sections, parts[id(document)].statements
        ),
        "to sections": lambda document: split_sections(document, lexicon.headings, lexicon.words, job=False),
        "to statements": lambda document: _statements(matcher, document),
        "to skills": lambda document: matcher.split(document, job=False),
        "to verdicts and gaps": partial(_gaps, matcher, target, as_of),
        "  by cues alone": partial(_gaps, Matcher(replace(matcher.taxonomy, folder=None)), target, as_of),
    }
    gc.collect()
    rounds = [{name: _cpu(work, documents) for name, work in ways.items()} for _ in range(_ROUNDS + 1)]
    return {
        name: (
            statistics.median(one[name] for one in rounds[1:]) / len(documents),
            statistics.median(one[name] / one["make_doc"] for one in rounds[1:]),
        )
        for name in ways
    }


def _statements(matcher: Matcher, document: Document) -> object:
    lexicon, views = matcher.taxonomy.lexicon, view_lines(document)
    sections = split_sections(document, lexicon.headings, lexicon.words, job=False, views=views)
    return split_statements(document, sections, lexicon.words, views=views)


def _gaps(matcher: Matcher, target: Target, as_of: date, document: Document) -> object:
    parts = matcher.split(document, job=False)
    profile = build_profile(document, parts.sections, parts.statements, parts.mentions, matcher.taxonomy, as_of=as_of)
    return find_gaps(compare(profile, target.requirements, matcher.taxonomy, warnings=(), as_of=as_of))


def _cpu(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def memory_growth() -> float:
    """Return by how many megabytes a process grows from its 500th to its 6,000th text, 15 % of whose words are new."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_grow)


def _grow() -> float:
    matcher, texts, rng = Matcher.from_folder(), resume_texts(), random.Random(1)  # noqa: S311 - made-up words, no secret
    before = 0
    for number in range(_TEXTS):
        words = texts[number % len(texts)].split(" ")
        for place in rng.sample(range(len(words)), int(len(words) * _UNSEEN)):
            words[place] = "".join(rng.choices(string.ascii_lowercase, k=9))
        matcher.split(parse_text(" ".join(words)), job=False)
        if number == _WARM:
            before = _resident()
    return (_resident() - before) / 1e6


def _resident() -> int:
    """Return the memory that this process holds now; where the system does not tell, the most it ever held."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
