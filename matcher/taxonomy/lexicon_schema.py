"""The shape of the files in skills_taxonomy/lexicon/: headings, cues, ways of working and lists of words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from matcher.taxonomy.schema import Example, Slug, StrictModel, Text

__all__ = ["AssertionFile", "CueEntry", "HeadingFile", "SignalEntry", "SignalFile", "WordListFile"]


class HeadingFile(StrictModel):
    """lexicon/section_headings.yaml: section kind to the headings that open it, in lower case."""

    headings: dict[str, list[Text]]


class CueEntry(StrictModel):
    """A cue of lexicon/assertion_cues.yaml. ``direction`` tells on which side of the cue its skills stand."""

    text: Text
    direction: Literal["forward", "backward", "either"] = "forward"
    reach: Literal["clause", "near", "through"] = "clause"


class AssertionFile(StrictModel):
    """lexicon/assertion_cues.yaml and the files that it names."""

    negated: list[CueEntry] = Field(default_factory=list)
    learning: list[CueEntry] = Field(default_factory=list)
    others: list[CueEntry] = Field(default_factory=list)
    weak: list[CueEntry] = Field(default_factory=list)
    claimed: list[CueEntry] = Field(default_factory=list)
    despite: list[CueEntry] = Field(default_factory=list)
    owned: list[CueEntry] = Field(default_factory=list)
    terminators: list[Text] = Field(default_factory=list)


class SignalEntry(StrictModel):
    """A way of working, and the cues that show it.

    A cue is a row of words in a small language, matched in lower case by whole word within one statement: ``word*``
    has any ending and ``*ed`` any beginning; ``a|b`` is either; ``[word]`` may be left out; ``..`` stands for up to
    two words and ``...`` for up to six of a clause; ``<family>`` for any word of a family in ``cue_words.yaml`` or
    ``thing_words.yaml``; ``{number}``, ``{number>2}``, ``{number<3}``, ``{percent}``, ``{nines}``, ``{factor}``,
    ``{duration}`` and ``{rate}`` for figures. ``A & B`` asks for both cues in one sentence in any order, at most ten
    words apart, and ``A & !B`` for a sentence without B. A cue may begin with a flag, which says where it counts and
    for how much: ``{title}``, ``{lead}``, ``{recent}``, ``<``, ``<<``, ``+``, ``!`` and ``~``;
    ``leading.yaml`` explains them.
    ``met`` cues meet the requirement and ``partial`` ones in part; a ``not_near`` cue takes the others of its statement
    away; ``sections`` limits a signal to these kinds of section.
    """

    id: Slug
    label: Text
    met: list[Text]
    partial: list[Text] = Field(default_factory=list)
    not_near: list[Text] = Field(default_factory=list)
    sections: list[Text] = Field(default_factory=list)
    examples: Example = Example()


class SignalFile(StrictModel):
    """lexicon/signals/*.yaml."""

    signals: list[SignalEntry]


class WordListFile(StrictModel):
    """The other lexicon files: named lists of words or phrases, in lower case."""

    words: dict[str, list[Text]]
