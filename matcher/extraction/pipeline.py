"""The spaCy pipeline: the registered components, their settings, and how they are taught from a taxonomy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.util import registry

from matcher.extraction.aliases import build_index
from matcher.extraction.ambiguity import AmbiguityJudge
from matcher.extraction.assertion import AssertionJudge
from matcher.extraction.context import Context
from matcher.extraction.phrases import PhraseFinder
from matcher.extraction.spelling import SpellingMender
from matcher.extraction.tokens import TechnicalTokenizer
from matcher.extraction.unrecognised import UnrecognisedFinder
from matcher.extraction.versions import VersionReader
from matcher.taxonomy.index import Taxonomy

__all__ = ["build_pipeline"]

_Component = TypeVar("_Component")

# What each sign is worth, and how much is enough. "list": in an unbroken list with a certain skill. "item": a whole
# item of a skills list. "beside" and "near": the rule's own words. "strong" and "weak": words that stand beside any
# technology ("written in", "using"). "company": another skill in the statement. "scene": words of software in it.
# "case": a capital letter that nothing else asks for. "lower" to "not_near" count for the everyday sense.
_WEIGHTS = {
    "list": 3.0, "list_unsure": 1.0, "item": 3.0, "beside": 3.0, "near": 2.0, "strong": 2.0, "weak": 1.0,
    "company": 1.0, "scene": 1.0, "case": 1.0, "lower": 1.0, "lower_strict": 2.0, "not_near": 3.0,
}  # fmt: skip


@registry.tokenizers("matcher.technical")  # type: ignore[untyped-decorator]
def _make_tokenizer() -> Callable[[Language], TechnicalTokenizer]:
    return lambda nlp: TechnicalTokenizer(nlp.vocab)


@Language.factory("matcher_phrases")
def _make_phrases(nlp: Language, name: str) -> PhraseFinder:  # noqa: ARG001 - spaCy calls with both
    return PhraseFinder()


@Language.factory("matcher_ambiguity", default_config={"weights": _WEIGHTS, "enough": 2.0})
def _make_ambiguity(nlp: Language, name: str, weights: dict[str, float], enough: float) -> AmbiguityJudge:  # noqa: ARG001
    return AmbiguityJudge(weights, enough)


@Language.factory("matcher_spelling", default_config={"shortest": 5, "two_edits_from": 8, "threshold": 0.8})
def _make_spelling(nlp: Language, name: str, shortest: int, two_edits_from: int, threshold: float) -> SpellingMender:  # noqa: ARG001
    return SpellingMender(shortest, two_edits_from, threshold)


@Language.factory("matcher_versions")
def _make_versions(nlp: Language, name: str) -> VersionReader:  # noqa: ARG001
    return VersionReader()


@Language.factory("matcher_assertion", default_config={"longest_item": 4})
def _make_assertion(nlp: Language, name: str, longest_item: int) -> AssertionJudge:  # noqa: ARG001
    return AssertionJudge(longest_item)


@Language.factory("matcher_unrecognised")
def _make_unrecognised(nlp: Language, name: str) -> UnrecognisedFinder:  # noqa: ARG001
    return UnrecognisedFinder()


def build_pipeline(taxonomy: Taxonomy) -> Language:
    """Build the pipeline and teach its components the taxonomy. Costs a fraction of a second: once per process."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "matcher.technical"}}})
    # Shapes, number-likeness and the rest are computed for each new word and never looked at here.
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]
    lexicon = taxonomy.lexicon
    context = Context(lexicon.words)
    index = build_index(taxonomy)
    ordinary = frozenset(
        word
        for name, words in lexicon.words.items()
        if name.startswith(("ordinary_words.", "english_words."))
        for word in words
    )
    threshold = taxonomy.policy.values.get("spelling-threshold", 0.8)
    phrases = _add(nlp, "matcher_phrases", PhraseFinder)
    phrases.learn(index, context.function_words)
    _add(nlp, "matcher_ambiguity", AmbiguityJudge).learn(context)
    _add(nlp, "matcher_spelling", SpellingMender).learn(index, context, ordinary, threshold)
    _add(nlp, "matcher_versions", VersionReader).learn(context)
    _add(nlp, "matcher_assertion", AssertionJudge).learn(lexicon.cues, lexicon.terminators, lexicon.words)
    _add(nlp, "matcher_unrecognised", UnrecognisedFinder).learn(context)
    return nlp


def _add(nlp: Language, factory: str, kind: type[_Component]) -> _Component:
    component = nlp.add_pipe(factory)
    assert isinstance(component, kind)  # noqa: S101 - the factories stand in this module
    return component
