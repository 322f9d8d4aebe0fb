"""The word lists that the rules read by, made ready for looking things up beside a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.domain.catalogue import AmbiguityRule
from matcher.extraction.tokens import cut_name

__all__ = ["Context", "Phrases", "RuleWords"]


class Phrases:
    """A set of words and phrases that can be asked whether one ends or begins at a place. "word*" takes any ending."""

    def __init__(self, texts: Iterable[str]) -> None:
        full: set[tuple[str, ...]] = set()
        stems: list[str] = []
        for text in texts:
            if text.endswith("*") and " " not in text:
                stems.append(text[:-1].lower())
            else:
                full.add(cut_name(text))
        self._full = frozenset(full)
        self._stems = tuple(stems)
        self._longest = max((len(phrase) for phrase in full), default=0)
        self._single = frozenset(phrase[0] for phrase in full if len(phrase) == 1)
        self._firsts = frozenset(phrase[0] for phrase in full if len(phrase) > 1)
        self._lasts = frozenset(phrase[-1] for phrase in full if len(phrase) > 1)
        self.starters = self._firsts | self._single
        self._several = tuple(sorted(phrase for phrase in full if len(phrase) > 1))

    def __contains__(self, word: str) -> bool:
        return word in self._single or (bool(self._stems) and word.startswith(self._stems))

    def any_of(self, words: Iterable[str]) -> bool:
        """Tell whether one of the words is, by itself, one of the phrases."""
        if not self._single.isdisjoint(words):
            return True
        return bool(self._stems) and any(word.startswith(self._stems) for word in words)

    def may_occur_in(self, words: Iterable[str]) -> bool:
        """Tell cheaply that none of the phrases can be put together from some words."""
        return bool(self._stems) or not self.starters.isdisjoint(words)

    def end_at(self, lowers: Sequence[str], stop: int, start: int) -> bool:
        """Tell whether one of the phrases ends directly before word ``stop``, not reaching before ``start``."""
        if stop <= start:
            return False
        word = lowers[stop - 1]
        if word in self._single or (self._stems and word.startswith(self._stems)):
            return True
        return word in self._lasts and any(
            tuple(lowers[stop - n : stop]) in self._full for n in range(2, min(self._longest, stop - start) + 1)
        )

    def begin_at(self, lowers: Sequence[str], start: int, stop: int) -> bool:
        """Tell whether one of the phrases begins at word ``start``, not reaching beyond ``stop``."""
        if start >= stop:
            return False
        word = lowers[start]
        if word in self._single or (self._stems and word.startswith(self._stems)):
            return True
        return word in self._firsts and any(
            tuple(lowers[start : start + n]) in self._full for n in range(2, min(self._longest, stop - start) + 1)
        )

    def covers(self, lowers: Sequence[str]) -> bool:
        """Tell whether the words are one of the phrases."""
        return tuple(lowers) in self._full

    def occur_in(self, lowers: Sequence[str]) -> bool:
        """Tell whether one of the phrases stands anywhere among the words."""
        if not self._single.isdisjoint(lowers) or (self._stems and any(word in self for word in lowers)):
            return True
        if not self._several:
            return False
        joined = f" {' '.join(lowers)} "
        return any(f" {' '.join(phrase)} " in joined for phrase in self._several)


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The word lists of one ambiguity rule."""

    near: Phrases
    not_near: Phrases
    after: Phrases
    before: Phrases
    not_after: Phrases
    not_before: Phrases

    @classmethod
    def of(cls, rule: AmbiguityRule) -> RuleWords:
        """Make a rule's lists ready."""
        lists = (rule.near, rule.not_near, rule.after, rule.before, rule.not_after, rule.not_before)
        return cls(*(Phrases(words) for words in lists))


class Context:
    """The lists of lexicon/context_words.yaml; a list that the data lacks is empty."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        def phrases(name: str) -> Phrases:
            return Phrases(words.get(f"context_words.{name}", ()))

        self.before_strong = phrases("technical_before")
        self.before_weak = phrases("technical_before_weak")
        self.before_language = phrases("language_before")
        self.everyday_verbs = phrases("everyday_verbs")
        self.loose_links = frozenset(words.get("context_words.loose_links", ()))
        self.opening_words = frozenset(words.get("context_words.opening_words", ()))
        self.determiners = frozenset(words.get("context_words.determiners", ()))
        self.after = phrases("technical_after")
        self.asked_before = frozenset(words.get("context_words.asked_before", ()))
        self.weakly = frozenset(words.get("context_words.weakly", ()))
        self.asked_after = phrases("asked_after")
        self.never_after = phrases("everyday_before")
        self.verb_before = phrases("verb_before")
        self.never_before = phrases("everyday_after")
        self.hyphen_suffixes = phrases("hyphen_suffixes")
        self.list_openers = phrases("list_openers")
        self.labels = phrases("list_labels")
        self.given_names = phrases("given_names")
        self.name_like = phrases("names_of_people")
        self.titles = phrases("titles_of_people")
        self.organisations = phrases("organisation_words")
        self.places = phrases("place_words")
        self.lived_in = phrases("lived_in")
        self.employed_at = phrases("employed_at")
        self.given_by = phrases("given_by")
        self.place_nouns = phrases("place_nouns")
        self.job_words = phrases("job_words")
        self.cities = frozenset(words.get("place_words.cities", ()))
        self.before_unknown = phrases("unknown_before")
        self.regions = self.cities | {w for n in ("states", "countries") for w in words.get(f"place_words.{n}", ())}
        self.work_links = frozenset(words.get("context_words.work_links", ()))
        self.weak_links = frozenset(words.get("context_words.weak_links", ()))
        self.scene = phrases("software_words")
        self.work = phrases("work_words")
        self.levels = phrases("level_words")
        self.level_signs = frozenset(words.get("context_words.level_signs", ()))
        self.pastimes = phrases("pastime_labels")
        self.year_versions = frozenset(words.get("context_words.year_versions", ()))
        self.durations = phrases("duration_words")
        self.technical_verbs = frozenset(words.get("context_words.technical_verbs", ()))
        self.function_words = frozenset(words.get("context_words.function_words", ()))
