"""The question bank for everybody: browsed, filtered and searched, or practised one card after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from flask import Blueprint, render_template, request

from matcher.domain.catalogue import Question, QuestionKind, RequirementId, Role, RoleId, SkillId
from matcher.taxonomy.index import Taxonomy
from matcher.web.paging import nearest, page_of
from matcher.web.shared import state

__all__ = ["LEVELS", "Wanted", "blueprint", "find_cards", "wanted_from"]

blueprint = Blueprint("bank", __name__)
LEVELS = ("junior", "mid", "senior", "lead")
_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: empty fields stand for everything. ``q`` holds words that must all be found."""

    role: str = ""
    requirement: str = ""
    skill: str = ""
    kind: str = ""
    level: str = ""
    q: str = ""

    def query(self) -> dict[str, str]:
        """Return what is asked for as parts of an address, empty ones left out."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}


def wanted_from(values: Mapping[str, str]) -> Wanted:
    """Take the filters from a query; names that nobody knows are left for the page to say that nothing was found."""
    return Wanted(**{one.name: values.get(one.name, "").strip()[:80] for one in fields(Wanted)})


def find_cards(taxonomy: Taxonomy, wanted: Wanted) -> tuple[Question, ...]:
    """Return the cards that fit all filters, in the order of the data."""
    words = wanted.q.casefold().split()
    role = taxonomy.roles.get(RoleId(wanted.role))
    return tuple(
        card
        for card in taxonomy.questions.values()
        if (not wanted.role or (role is not None and _serves(card, role)))
        and (not wanted.requirement or wanted.requirement in card.requirements)
        and (not wanted.skill or wanted.skill in card.skills)
        and (not wanted.kind or wanted.kind == card.kind.value)
        and (not wanted.level or not card.levels or wanted.level in card.levels)
        and (not words or _holds(card, words, taxonomy))
    )


def _serves(card: Question, role: Role) -> bool:
    asked = {one.id for one in role.requirements}
    level = role.seniority == "any" or not card.levels or role.seniority in card.levels
    return level and not asked.isdisjoint(card.requirements)


def _holds(card: Question, words: Iterable[str], taxonomy: Taxonomy) -> bool:
    names = (taxonomy.skills[one].name for one in card.skills if one in taxonomy.skills)
    text = " ".join((card.prompt, *card.answer_points, *card.lead_adds, *card.follow_ups, *names)).casefold()
    return all(word in text for word in words)


@blueprint.get("/questions")
def questions() -> str:
    """Show the cards that fit, twenty to a page."""
    taxonomy = state().matcher.taxonomy
    wanted = wanted_from(request.args)
    found = find_cards(taxonomy, wanted)
    page, pages, shown = page_of(found, request.args.get("page", "1"), _A_PAGE)
    return render_template(
        "bank/questions.html",
        wanted=wanted,
        total=len(found),
        cards=shown,
        page=page,
        pages=pages,
        choices=_choices(taxonomy),
        taxonomy=taxonomy,
    )


@blueprint.get("/questions/practice")
def practice() -> str:
    """Ask one question after the other; the answer points wait behind a click."""
    wanted = wanted_from(request.args)
    found = find_cards(state().matcher.taxonomy, wanted)
    at = nearest(request.args.get("n", "1"), len(found))
    return render_template("bank/practice.html", cards=found, at=at, wanted=wanted)


def _choices(taxonomy: Taxonomy) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what each filter can be set to, with its name; only what has a card."""
    cards = taxonomy.questions.values()
    requirements = {one for card in cards for one in card.requirements}
    skills = {one for card in cards for one in card.skills}
    return {
        "role": tuple((role.id, role.title) for role in taxonomy.roles.values()),
        "requirement": _named((RequirementId(one), taxonomy.requirements[one].label) for one in requirements),
        "skill": _named((SkillId(one), taxonomy.skills[one].name) for one in skills),
        "kind": tuple((kind.value, kind.value) for kind in QuestionKind),
        "level": tuple((level, level.capitalize()) for level in LEVELS),
    }


def _named(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))
