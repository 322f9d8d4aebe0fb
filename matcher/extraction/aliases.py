"""Every way of writing every skill, as sequences of lower-cased words, with the rule that each of them carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.domain.catalogue import Alias, AmbiguityRule, Skill, SkillId
from matcher.extraction.reading import Claimant
from matcher.extraction.tokens import cut_name
from matcher.taxonomy.index import Taxonomy

__all__ = ["AliasIndex", "build_index"]

Key = tuple[str, ...]

_BRITISH = re.compile(r"(?<=[a-z]{2})(is|iz)(?=(?:e|ed|es|ing|ation|ations)$)")
# A name of these kinds is a noun, which has a plural; "Dockers" and "Kafkas" are no forms of a product's name.
_NOUN_KINDS = frozenset({"practice", "concept", "people", "degree_field"})
_VERSION = re.compile(r"\d+(?:\.[\dx]+)*")
_SHORTEST_JOINED = 5
_SHORTEST_SPLIT = 6
_PAIR = 2
# Shorter nouns have too many relatives in plain English ("networked", "agil").
_LONG_NOUN = 12


@dataclass(frozen=True, slots=True)
class AliasIndex:
    """All written forms.

    ``joinable`` are plain one-word forms that a writer may split ("Elastic Search"), ``speakable`` those that spelling
    may mend. ``pairs`` are aliases that name a second skill as well ("Aurora PostgreSQL"; see ``_pairs``).
    """

    entries: dict[Key, tuple[Claimant, ...]]
    joinable: frozenset[str]
    words: frozenset[str]
    speakable: dict[str, Key]
    pairs: dict[Key, tuple[int, bool]]
    pairs_by_word: dict[str, list[Key]]

    @classmethod
    def empty(cls) -> AliasIndex:
        """Return an index that knows nothing."""
        return cls({}, frozenset(), frozenset(), {}, {}, {})


@dataclass(frozen=True, slots=True)
class _Doubtful:
    """The word lists that put a name in doubt where its alias has no rule."""

    everyday: frozenset[str]
    bare: frozenset[str]


def build_index(taxonomy: Taxonomy) -> AliasIndex:
    """Collect the aliases of all skills with their plural, joined, hyphenated and British forms.

    A form that the data names for a skill always beats a form that was only derived for another one.
    """
    words = taxonomy.lexicon.words
    doubtful = _Doubtful(
        frozenset(words.get("context_words.everyday", ())), frozenset(words.get("context_words.bare_concepts", ()))
    )
    named: dict[Key, list[Claimant]] = {}
    written: list[tuple[Key, Alias, Skill, Claimant]] = []
    spelling: dict[str, Key] = {}
    kin = _kin(taxonomy)
    for skill in taxonomy.skills.values():
        for alias in skill.aliases:
            key = cut_name(alias.text)
            if not key:
                continue
            claimant = _claimant(skill, alias, key, doubtful, kin[skill.id])
            _put(named, key, claimant)
            written.append((key, alias, skill, claimant))
            if skill.spelling and len(key) == 1 and (skill.kind not in _NOUN_KINDS or len(key[0]) >= _LONG_NOUN):
                spelling[key[0]] = key
    entries = {key: tuple(found) for key, found in named.items() if not _is_divisible(key, found, named)}
    derived: dict[Key, list[Claimant]] = {}
    for key, alias, skill, claimant in written:
        # What divides at a slash has no joined form either, which would join "Docker Kubernetes".
        if key in entries or "/" not in alias.text:
            for form in _forms(key, alias, skill, claimant):
                _put(derived, form, claimant)
    for key, claimants in derived.items():
        entries.setdefault(key, tuple(claimants))
    joinable = frozenset(
        key[0]
        for key, found in entries.items()
        if len(key) == 1 and len(key[0]) >= _SHORTEST_SPLIT and any(c.rule is None for c in found)
    )
    pairs = dict(_pairs(taxonomy, named, entries))
    spelling = {name: key for name, key in spelling.items() if key in entries}
    words_of_all = frozenset(w for key in entries for w in key)
    return AliasIndex(entries, joinable, words_of_all, spelling, pairs, _pairs_by_word(named, entries, taxonomy))


def _pairs_by_word(
    named: dict[Key, list[Claimant]], entries: dict[Key, tuple[Claimant, ...]], taxonomy: Taxonomy
) -> dict[str, list[Key]]:
    """Return the technologies' names of two words by each of their words."""
    found: dict[str, list[Key]] = {}
    for key in named:
        if len(key) == _PAIR and key in entries and key[0].isalpha() and key[1].isalpha():
            claimant = entries[key][0]
            if claimant.rule is None and taxonomy.skills[claimant.skill].kind not in _NOUN_KINDS:
                for word in key:
                    found.setdefault(word, []).append(key)
    return found


def _kin(taxonomy: Taxonomy) -> dict[SkillId, frozenset[SkillId]]:
    """Return for each skill those that it implies or is related to, and those that say so of it."""
    found: dict[SkillId, set[SkillId]] = {skill: set() for skill in taxonomy.skills}
    for skill in taxonomy.skills.values():
        for other in (*skill.implies, *skill.related, *skill.broader):
            if other in found:
                found[skill.id].add(other)
                found[other].add(skill.id)
    return {skill: frozenset(others) for skill, others in found.items()}


def _claimant(skill: Skill, alias: Alias, key: Key, doubtful: _Doubtful, kin: frozenset[SkillId]) -> Claimant:
    rule = alias.rule
    if rule is None and len(key) == 1 and (key[0] in doubtful.everyday or (len(key[0]) <= 2 and key[0].isalpha())):
        rule = AmbiguityRule(needs_company=True, case_sensitive=alias.text != alias.text.lower())
    bare = skill.kind == "people" or (skill.kind in _NOUN_KINDS and alias.text.lower() in doubtful.bare)
    if bare and rule is None:
        rule = AmbiguityRule(needs_company=True)
    return Claimant(
        skill.id,
        alias.text,
        rule,
        everyday=key[-1] in doubtful.everyday,
        language=skill.area == "languages",
        bare=bare,
        personal=skill.kind == "people",
        kin=kin,
    )


def _is_divisible(key: Key, found: list[Claimant], named: dict[Key, list[Claimant]]) -> bool:
    """Tell whether an alias says no more than its parts: "Java 17" is Java with a version, "C/C++" is C and C++."""
    own = {c.skill for c in found}
    if len(key) > 1 and _VERSION.fullmatch(key[-1]) and any(c.skill in own for c in named.get(key[:-1], ())):
        return True
    if any("/" in c.alias for c in found):
        parts = [named.get((key[:cut_at]), ()) and named.get(key[cut_at:], ()) for cut_at in range(1, len(key))]
        return any(parts)
    return False


def _pairs(
    taxonomy: Taxonomy, named: dict[Key, list[Claimant]], entries: dict[Key, tuple[Claimant, ...]]
) -> Iterator[tuple[Key, tuple[int, bool]]]:
    """Yield the aliases, canonical names apart, that set their skill's name beside another name.

    With each, the word that the second name begins at, and whether that is a product of its own, which counts
    however the two are joined ("Aurora PostgreSQL"); others are two names only with a slash ("Java/Spring").
    """
    for key in entries:
        found = named.get(key, [])
        if len(key) < 2 or len(found) != 1 or found[0].alias == taxonomy.skills[found[0].skill].name:
            continue
        own = found[0].skill
        for middle in range(1, len(key)):
            left, right = named.get(key[:middle], []), named.get(key[middle:], [])
            if _is_feature_of_a_product(taxonomy, left, own):
                yield key, (middle, True)
            elif left and right and own in {c.skill for c in (*left, *right)}:
                yield key, (middle, left[0].skill == own and _is_product_apart(taxonomy, right, own))


def _is_feature_of_a_product(taxonomy: Taxonomy, left: list[Claimant], own: SkillId) -> bool:
    """Tell whether a practice's alias begins with a product that it does not imply: "Linux administration"."""
    return taxonomy.skills[own].kind in _NOUN_KINDS and bool(left) and _is_apart(taxonomy, left, own)


def _is_product_apart(taxonomy: Taxonomy, claimants: list[Claimant], own: SkillId) -> bool:
    other = claimants[0]
    return not other.language and len(other.alias) >= 4 and _is_apart(taxonomy, claimants, own)


def _is_apart(taxonomy: Taxonomy, claimants: list[Claimant], own: SkillId) -> bool:
    other = claimants[0]
    if len(claimants) != 1 or (other.rule is not None and other.rule.needs_company):
        return False
    implied = other.skill == own or other.skill in taxonomy.implied_by(own)
    return not implied and taxonomy.skills[other.skill].kind == "technology"


def _put(table: dict[Key, list[Claimant]], key: Key, claimant: Claimant) -> None:
    found = table.setdefault(key, [])
    if all(c.skill != claimant.skill for c in found):
        found.append(claimant)


def _forms(key: Key, alias: Alias, skill: Skill, claimant: Claimant) -> Iterator[Key]:
    """Yield other ways of writing an alias, for example "CICD" for CI/CD and "rest apis" for REST API."""
    joined = "".join(key)
    if len(key) > 1 and joined.isalnum() and (len(joined) >= _SHORTEST_JOINED or " " not in alias.text):
        yield (joined,)
    if "&" in key:
        yield tuple("and" if word == "&" else word for word in key)
    if claimant.rule is not None:
        return
    respelt = tuple(_BRITISH.sub(lambda m: "iz" if m.group() == "is" else "is", word) for word in key)
    if respelt != key:
        yield respelt
    for form in {key, respelt}:
        last = form[-1]
        noun = skill.kind in _NOUN_KINDS or len(form) > 1 or alias.text.isupper()
        if not noun or not last.isalpha() or len(last) < 3:
            continue
        if last.endswith("s"):
            if len(last) > 4 and not last.endswith(("ss", "is", "us")) and skill.kind in _NOUN_KINDS | {"technology"}:
                yield (*form[:-1], last[:-1])
        elif last.endswith("y") and last[-2] not in "aeiou":
            yield (*form[:-1], last[:-1] + "ies")
        else:
            yield (*form[:-1], last + ("es" if last.endswith(("ch", "sh", "x")) else "s"))
