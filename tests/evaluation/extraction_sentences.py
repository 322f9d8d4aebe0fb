"""Scores extraction on judged sentences, by category: python -m tests.evaluation.extraction_sentences [--misses N].

Those of sentences.jsonl were written by a reader who had not seen the program. Those of whose.jsonl, on denied,
wished for and other people's skills and on claims that only sound so, were all read while the rules were written:
they hold what was won and say little of unseen sentences. Those of uses.jsonl, on true and everyday use of ambiguous
names, slips, forms, unknown names and weak claims, were written before the rules, by who then wrote these. Those of turns.jsonl were so as well;
the odd ones were read while the rules were written, the even ones never. ``skills`` must be claimed, ``not`` must not
be, ``may`` is allowed either way, as is whatever a gold skill implies. A sentence is exact when nothing is lost, no
trap is sprung and no other technology is named.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.domain.candidate import Assertion
from matcher.pipeline import Matcher

SENTENCES = Path(__file__).resolve().parent / "extraction"
TECHNOLOGY = {"technology", "tool", "language"}


@dataclass(frozen=True)
class Outcome:
    """One sentence: what was wanted and found, and what went wrong."""

    identifier: str
    category: str
    text: str
    wanted: int
    lost: frozenset[str]
    traps: int
    sprung: frozenset[str]
    extra: frozenset[str]

    @property
    def exact(self) -> bool:
        """Tell whether nothing went wrong."""
        return not (self.lost or self.sprung or self.extra)


def outcomes(matcher: Matcher) -> Iterator[Outcome]:
    """Run every sentence."""
    skills = matcher.taxonomy.skills
    by_name = {skill.name: identifier for identifier, skill in skills.items()}
    for line in [line for path in sorted(SENTENCES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]:
        row = json.loads(line)
        found = {m.skill for m in matcher.mentions(row["text"]) if m.assertion is Assertion.CLAIMED}
        names = {skills[s].name for s in found}
        wanted, traps = set(row["skills"]), set(row["not"])
        implied = {
            skills[i].name for name in wanted if name in by_name for i in matcher.taxonomy.implied_by(by_name[name])
        }
        extra = {
            skills[s].name
            for s in found
            if skills[s].kind in TECHNOLOGY and skills[s].name not in wanted | traps | implied | set(row["may"])
        }
        # What is named more narrowly than the gold asks (a product inside its family) is not lost.
        shown = names | {skills[i].name for s in found for i in matcher.taxonomy.implied_by(s)}
        yield Outcome(
            row["id"],
            row["category"],
            row["text"],
            len(wanted),
            frozenset(wanted - shown),
            len(traps),
            frozenset(traps & names),
            frozenset(extra),
        )


def main() -> None:
    """Print the table."""
    results = list(outcomes(Matcher.from_folder()))
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in results:
        groups[outcome.category].append(outcome)
    print(f"{'category':22}{'n':>5}{'exact':>8}{'recall':>8}{'sprung':>12}{'extra':>7}")
    for name, group in [*sorted(groups.items()), ("all", results)]:
        wanted = sum(o.wanted for o in group)
        hit = wanted - sum(len(o.lost) for o in group)
        traps = sum(o.traps for o in group)
        sprung = sum(len(o.sprung) for o in group)
        exact = sum(o.exact for o in group) / len(group)
        recall = f"{hit / wanted:.3f}" if wanted else "-"
        extra = sum(len(o.extra) for o in group)
        print(f"{name:22}{len(group):>5}{exact:>8.3f}{recall:>8}{f'{sprung}/{traps}':>12}{extra:>7}")
    if "--misses" in sys.argv:
        for o in results:
            if not o.exact:
                print(
                    o.identifier,
                    o.category,
                    repr(o.text),
                    "lost",
                    sorted(o.lost),
                    "sprung",
                    sorted(o.sprung),
                    "extra",
                    sorted(o.extra),
                )
        print(Counter(name for o in results for name in o.lost).most_common(20))


if __name__ == "__main__":
    main()
