"""How a text is cut into words when names such as C#, .NET, CI/CD and Node.js must stay findable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc
from spacy.vocab import Vocab

__all__ = ["TechnicalTokenizer", "Tokens", "cut", "cut_name"]

_TOKEN = re.compile(
    r"""((?=\S)(?:                                                # no word begins with a blank: halves the time
      [^\W\d_]++(?=[\s,;)]|\Z)                                   # most words; first because it saves a third
    | (?:https?://|www\.)[^\s,;)\]>]+                          # nothing in an address is a skill
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:[A-Za-z0-9-]+\.)+(?:com|org|edu|gov|dev|me)(?:/[^\s,;)\]>]*)?(?![\w])
    | (?:(?!(?i:asp|ado|vb)\.net\b)[A-Za-z0-9-]+\.)+(?:io|net|app|ai|co|de|uk)/[\w@][^\s,;)\]>]*(?<![.])
    | &(?:[A-Za-z]{2,8}|\#[xX]?[0-9a-fA-F]{2,5});
    | \b[wW]/(?=\s)
    | (?i:\b(?:e\.g|i\.e|etc|vs|approx|incl)\.)
    | (?<![\w.])[A-Z]\.(?=\s?[A-Z][a-z.])                        # initials: "J. Doe"
    | (?i:\.net)(?![a-z])
    | [CFJcfj]\#(?!\w)
    | [A-Za-z]+\+\+
    | [vV]\d+(?:\.\d+)+(?:\.x)?
    | [^\W\d_]{1,2}\d[^\W_]*                                   # EC2, S3, k8s stay whole, "Postgres14" is cut below
    | \d+(?:[.,]\d+)*(?:\.x)?(?:[^\W\d_]+\d*)?
    | [^\W\d_]+(?:'(?![sS]\b)[^\W\d_]+)?
    | '[sS]\b
    | (?!(?<=[\w\#+])[-/._](?=[\w]|\.[nN][eE][tT]))[^\w\s]       # glue (Node.js, CI/CD) is a gap
    ))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text. ``gaps[i]`` is what stands between word i and the next: blanks, or glue such as "-".

    ``distinct`` has each word in lower case once: what is looked up among many thousand words is looked up by it.
    """

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    distinct: frozenset[str]

    def __len__(self) -> int:
        return len(self.words)


def cut(text: str) -> Tokens:
    """Cut a folded text into words.

    Example: "AWS(EC2, S3), Postgres14 and CI/CD" gives AWS ( EC2 , S3 ) , Postgres 14 and CI CD.
    """
    # Gaps and words in turn, a gap at both ends; that they come at once and not match by match halves the time.
    pieces = _TOKEN.split(text)
    words = tuple(pieces[1::2])
    lowers = tuple(map(str.lower, words))
    ends = tuple(accumulate(map(len, pieces)))
    gaps = (*pieces[2:-1:2], "\n") if words else ()
    return Tokens(text, words, lowers, ends[:-1:2], ends[1::2], gaps, frozenset(lowers))


def cut_name(text: str) -> tuple[str, ...]:
    """Return the lower-cased words of a short text, as ``cut`` would; plain words, which most names are, at once."""
    parts = text.split(" ")
    if text.isascii() and all(map(str.isalpha, parts)):
        return tuple([part.lower() for part in parts])
    return cut(text).lowers


class TechnicalTokenizer:
    """A spaCy tokenizer over ``cut``: the Doc holds the lower-cased words, the offsets lie beside it.

    Lower-casing before the Doc is built halves the lexemes that spaCy must make, which is where its time goes.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a Doc of the lower-cased words, with the tokens in its ``user_data``."""
        tokens = cut(text)
        doc = Doc(self.vocab, words=list(tokens.lowers))
        doc.user_data["tokens"] = tokens
        return doc
