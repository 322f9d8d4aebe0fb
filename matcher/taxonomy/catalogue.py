"""The readable catalogue: everything that the data files say, as one Markdown text for review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matcher.domain.catalogue import Alias, Crosswalk, Question, Requirement, Role, Skill, SkillId
from matcher.taxonomy.index import Taxonomy

__all__ = ["catalogue"]


def catalogue(taxonomy: Taxonomy) -> str:
    """Return roles, requirements, skills by area, questions by topic and tips as Markdown.

    The order is that of the data; equal data gives equal text, so two versions can be compared line by line.
    """
    return "\n".join(_lines(taxonomy)).rstrip() + "\n"


def _lines(taxonomy: Taxonomy) -> Iterator[str]:
    yield f"# Skills taxonomy {taxonomy.version}"
    yield ""
    yield (
        f"{len(taxonomy.skills)} skills in {len(taxonomy.areas)} areas, {len(taxonomy.requirements)} requirements, "
        f"{len(taxonomy.roles)} roles, {len(taxonomy.questions)} questions, {len(taxonomy.tips)} tips."
    )
    yield from ("", "## Roles", "")
    for role in taxonomy.roles.values():
        yield from _role(role)
    yield from ("## Requirements", "")
    for requirement in taxonomy.requirements.values():
        yield from _requirement(requirement, taxonomy)
    yield from ("## Skills", "")
    for area, title in taxonomy.areas.items():
        yield from _area(title, [skill for skill in taxonomy.skills.values() if skill.area == area], taxonomy)
    yield from ("## Questions", "")
    topic = ""
    for card in taxonomy.questions.values():
        if card.id.partition(".")[0] != topic:
            topic = card.id.partition(".")[0]
            yield from (f"### {topic.replace('_', ' ').capitalize()}", "")
        yield from _question(card, taxonomy)
    yield from ("## Tips", "")
    for tip in taxonomy.tips:
        where = ", ".join((*tip.requirements, *tip.verdicts, *tip.kinds)) or "every interview"
        yield f"- {tip.when}, for {where}: {_text(tip.text)}"


def _role(role: Role) -> Iterator[str]:
    yield from (f"### {role.title}", "", f"`{role.id}`, {role.seniority}. {_text(role.summary)}", "")
    yield "| requirement | importance | weight | level | years |"
    yield "|---|---|---|---|---|"
    for one in role.requirements:
        yield f"| {_cell(one.label)} | {one.importance} | {one.weight:g} | {one.level} | {_years(one)} |"
    yield ""


def _years(requirement: Requirement) -> str:
    if requirement.min_years is None:
        return ""
    part = "" if requirement.partial_years is None else f", in part {requirement.partial_years:g}"
    return f"{requirement.min_years:g}{part}"


def _requirement(requirement: Requirement, taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"### {requirement.label}", "")
    covers = ", ".join(requirement.checklist) or "nothing of the checklist"
    yield f"`{requirement.id}`, judged by {requirement.kind}, covers {covers}"
    yield ""
    if requirement.criteria is not None:
        for verdict in ("met", "partial", "missing"):
            yield f"- {verdict}: {_text(getattr(requirement.criteria, verdict))}"
    for label, skills in (("any of", requirement.any_of), ("related", requirement.related)):
        if skills:
            yield f"- {label}: {_names(skills, taxonomy)}"
    if requirement.signals:
        signals = taxonomy.lexicon.signals
        yield f"- ways of working: {', '.join(signals[one].label for one in requirement.signals if one in signals)}"
    yield f"- questions: {len(taxonomy.questions_for_requirement(requirement.id))}"
    yield ""


def _area(title: str, skills: Iterable[Skill], taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"### {title}", "", "| skill | id | also written | shows too | elsewhere |", "|---|---|---|---|---|")
    for skill in skills:
        others = "; ".join(_alias(alias) for alias in skill.aliases[1:])
        shows = _names((*skill.broader, *skill.implies), taxonomy)
        elsewhere = _cell(_elsewhere(taxonomy.crosswalk.get(skill.id)))
        yield f"| {_cell(skill.name)} | `{skill.id}` | {_cell(others)} | {_cell(shows)} | {elsewhere} |"
    yield ""


def _elsewhere(row: Crosswalk | None) -> str:
    if row is None:
        return ""
    esco = f"[ESCO]({row.esco})" if row.esco else ""
    onet = f"O\\*NET {row.onet_code} {row.onet_title}" if row.onet_title else ""
    return "; ".join(filter(None, (esco, onet)))


def _alias(alias: Alias) -> str:
    # An alias that counts by a rule only is marked by an asterisk.
    return alias.text if alias.rule is None else f"{alias.text}\\*"


def _question(card: Question, taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"#### {_text(card.prompt)}", "")
    asked = ", ".join(card.levels) or "all levels"
    about = _names(card.skills, taxonomy) or "no skill in particular"
    yield f"`{card.id}`, {card.kind}, {asked}. For {', '.join(card.requirements)}; {about}."
    yield f"Source: {', '.join(card.sources)}."
    yield ""
    parts = (
        ("", card.answer_points),
        ("lead adds: ", card.lead_adds),
        ("watch out: ", card.pitfalls),
        ("asked next: ", card.follow_ups),
        ("prepare: ", card.prepare),
        ("listen for: ", card.listen_for),
        ("example: ", (card.example,) if card.example else ()),
    )
    for label, texts in parts:
        yield from (f"- {label}{_text(text)}" for text in texts)
    yield ""


def _names(skills: Iterable[SkillId], taxonomy: Taxonomy) -> str:
    return ", ".join(taxonomy.skills[one].name for one in skills if one in taxonomy.skills)


def _text(text: str) -> str:
    """Keep characters of the data from being read as Markdown or HTML: "SELECT *", "<T>"."""
    for sign in ("\\", "*", "_", "<", "`"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
