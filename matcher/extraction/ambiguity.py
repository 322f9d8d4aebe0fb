"""The second component: whether a word that also means something else is the technology, judged by its company."""

from __future__ import annotations

from spacy.tokens import Doc

from matcher.domain.catalogue import AmbiguityRule
from matcher.domain.document import SectionKind
from matcher.extraction.context import Context, RuleWords
from matcher.extraction.formulas import letter_in_formula
from matcher.extraction.frames import Frame, Frames, Version
from matcher.extraction.layout import Layout, is_number
from matcher.extraction.names import NameGuard
from matcher.extraction.reading import Candidate, Claimant, Why, reading_of

__all__ = ["AmbiguityJudge"]

_ASKING = frozenset({SectionKind.REQUIRED, SectionKind.PREFERRED})
# So many doubtful names in a row dispel the doubt ("java, spring, hibernate").
_LONG_LIST = 2
_BEFORE_ANY_NAME = frozenset({"and", "or", "with", "by", "using", "on", "in", "to", "from", "for"})
# "Basic scripting" is not BASIC, "Soap" not SOAP; shorter names are written either way.
_FEWEST_CAPITALS = 4
_CONNECTORS = frozenset({"and", "or", "&"})


class AmbiguityJudge:
    """Adds up what speaks for the technology and against it; ``weights`` name each kind of sign."""

    def __init__(self, weights: dict[str, float], enough: float) -> None:
        self._weights = weights
        self._enough = enough
        self._context = Context({})
        self._names = NameGuard(self._context)
        self._frames = Frames(self._context)
        self._rules: dict[int, tuple[AmbiguityRule, RuleWords]] = {}

    def learn(self, context: Context) -> None:
        """Take in the word lists."""
        self._context = context
        self._names = NameGuard(context)
        self._frames = Frames(context)
        self._rules = {}

    def __call__(self, doc: Doc) -> Doc:
        """Keep what the company of a candidate speaks for, and lay the rest aside."""
        reading = reading_of(doc)
        layout = Layout(reading, self._context)
        open_cases = []
        for candidate in reading.candidates:
            reason = self._names.reason_against(candidate, layout)
            if reason is not None:
                candidate.why = reason
            elif candidate.plain:
                candidate.kept = next(c for c in candidate.claimants if c.rule is None)
                candidate.why = Why.PLAIN
            else:
                open_cases.append(candidate)
        for candidate in open_cases:
            self._judge(candidate, layout)
        # Again, for what the first round makes certain is company for its neighbours in the second.
        settled = {c.unit for c in open_cases if c.kept is not None}
        for candidate in open_cases:
            if candidate.kept is None and candidate.unit in settled:
                self._judge(candidate, layout)
        reading.dropped += [c for c in reading.candidates if c.kept is None]
        reading.candidates = [c for c in reading.candidates if c.kept is not None]
        return doc

    def _judge(self, candidate: Candidate, layout: Layout) -> None:
        best = self._enough
        for claimant in candidate.claimants:
            score = self._score(candidate, claimant, layout)
            if score is None:
                candidate.why = Why.RULED_OUT
            elif score >= best and (candidate.kept is None or score > best):
                best, candidate.kept, candidate.why = score, claimant, Why.COMPANY

    def _words_of(self, rule: AmbiguityRule) -> RuleWords:
        """Return a rule's words, made ready when the rule is first asked."""
        # By identity, for hashing all its words takes longer than judging by them; the rule is held with its words.
        known = self._rules.get(id(rule))
        if known is None:
            known = self._rules[id(rule)] = (rule, RuleWords.of(rule))
        return known[1]

    def _score(self, candidate: Candidate, claimant: Claimant, layout: Layout) -> float | None:
        rule = claimant.rule
        assert rule is not None  # noqa: S101 - plain claimants are never judged
        words, lowers = self._words_of(rule), layout.tokens.lowers
        unit, start, end = layout.unit(candidate), candidate.start, candidate.end
        frame = self._frames.before(candidate, layout, language=claimant.language)
        if (
            layout.is_level(candidate)
            or (layout.is_pastime(candidate) and rule.needs_company)
            or self._ruled_out(candidate, words, layout, frame, doubtful=rule.needs_company)
        ):
            return None
        if end - start == 1 and len(lowers[start]) == 1 and letter_in_formula(candidate, layout):
            return None
        listed = layout.in_skill_list(candidate) or self._frames.is_asked_for(candidate, layout)
        listed = listed or self._frames.is_known_a_little(candidate, layout)
        glued = start > unit.start and layout.tokens.gaps[start - 1] == "." and not layout.follows_a_skill(candidate)
        if glued or (not listed and self._is_half_a_word(candidate, layout)):
            # "quovex.js" and "go-live" are words of their own.
            return None
        doubtful = rule.needs_company or layout.tokens.words[start].islower()
        if not listed and doubtful and self._everyday_use(candidate, words, layout, frame):
            return None
        if claimant.bare and not (unit.section in _ASKING and claimant.personal):
            return self._score_of_concept(candidate, layout, listed=listed)
        weights = self._weights
        score = 0.0 if rule.needs_company else self._enough
        beside = words.after.end_at(lowers, start, unit.start) or words.before.begin_at(lowers, end, unit.end)
        chain = self._chain_sign(candidate, claimant, layout)
        score += weights["beside"] * beside + weights["item"] * listed + chain
        around = lowers[unit.start : unit.end]
        near, not_near = words.near.may_occur_in(around), words.not_near.may_occur_in(around)
        if near or not_near:
            others = self._certain_words(candidate, layout)
            score += weights["near"] * (near and words.near.occur_in(others))
            score -= weights["not_near"] * (not_near and words.not_near.occur_in(others))
        score += self._case_sign(candidate, claimant, layout, listed=listed)
        score += self._usual_signs(candidate, claimant, layout, frame)
        if claimant.everyday and not rule.needs_company and score <= self._enough and layout.opens_sentence(candidate):
            # "Selenium supplements for cattle": the capital letter is due, and nothing else speaks for it.
            return 0.0
        return score

    def _score_of_concept(self, candidate: Candidate, layout: Layout, *, listed: bool) -> float:
        """Return the weight of what makes a word such as "performance" or "security" a skill that is named."""
        unit = layout.unit(candidate)
        if layout.heads_a_list(candidate):
            return 0.0
        asked = self._context.before_strong.end_at(layout.tokens.lowers, candidate.start, unit.start)
        listed = listed or any(other.plain for other in layout.chain(candidate))
        return self._weights["item"] * listed + self._weights["strong"] * asked

    def _certain_words(self, candidate: Candidate, layout: Layout) -> list[str]:
        """Return the other words of the unit, without those that are themselves in doubt ("mocha and chai")."""
        unit, lowers = layout.unit(candidate), layout.tokens.lowers
        doubtful = {
            index
            for other in layout.members(candidate.unit)
            if not other.plain and other.kept is None
            for index in range(other.start, other.end)
        }
        doubtful.update(range(candidate.start, candidate.end))
        return [lowers[i] for i in range(unit.start, unit.end) if i not in doubtful]

    def _ruled_out(
        self, candidate: Candidate, words: RuleWords, layout: Layout, frame: Frame, *, doubtful: bool
    ) -> bool:
        """Tell whether the rule forbids a word beside it; "and" and "to" are no such word between two skills.

        Nor are the little words of the everyday verb ("to", "we", "for") beside a name that its capital letter and the
        phrase before it make a noun: "moved to React", "wrote Go for years".
        """
        lowers, unit = layout.tokens.lowers, layout.unit(candidate)
        if words.not_after.end_at(lowers, candidate.start, unit.start):
            small, before = layout.tokens.words[candidate.start].islower(), lowers[candidate.start - 1]
            vouched = not small and any(c.plain or c.kept is not None for c in layout.neighbours(candidate))
            # "with" and the like stand before any name; they rule out only what is in doubt anyway ("with Julia").
            vouched = vouched or (not (small or doubtful) and before in _BEFORE_ANY_NAME)
            # "the Slack installation" against "the slack".
            vouched = vouched or (
                not small
                and before in self._context.determiners
                and self._frames.noun_follows(candidate.end, unit, layout)
            )
            named = self._case_speaks(candidate, layout)
            vouched = vouched or (named and (frame is Frame.STRONG or before in self._context.verb_before))
            if not (vouched or layout.follows_a_skill(candidate)):
                return True
        if not words.not_before.begin_at(lowers, candidate.end, unit.end) or layout.precedes_a_skill(candidate):
            return False
        named = frame is not Frame.NONE and self._case_speaks(candidate, layout)
        if named and lowers[candidate.end] in self._context.function_words:
            return False
        # "swift and reliable" against "code in Swift and tests".
        small = layout.tokens.words[candidate.start].islower()
        return small or lowers[candidate.end] not in _CONNECTORS or layout.opens_sentence(candidate)

    def _is_half_a_word(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether a hyphen makes it part of another word: "go-live", not "Go-based"."""
        lowers, gaps, unit = layout.tokens.lowers, layout.tokens.gaps, layout.unit(candidate)
        start, end = candidate.start, candidate.end
        if end < unit.end and gaps[end - 1] == "-" and not layout.precedes_a_skill(candidate):
            return not (lowers[end] in self._context.hyphen_suffixes or is_number(lowers[end]))
        return start > unit.start and gaps[start - 1] == "-" and not layout.follows_a_skill(candidate)

    def _everyday_use(self, candidate: Candidate, words: RuleWords, layout: Layout, frame: Frame) -> bool:
        """Tell whether the words beside it make it an everyday word whatever it is: "the spring", "go-to", "R&D"."""
        lowers, unit = layout.tokens.lowers, layout.unit(candidate)
        start, end = candidate.start, candidate.end
        if self._context.never_after.end_at(lowers, start, unit.start) and not layout.follows_a_skill(candidate):
            named = self._case_speaks(candidate, layout) and self._frames.work_follows(end, unit, layout)
            noun = words.before.begin_at(lowers, end, unit.end) or self._frames.noun_follows(end, unit, layout)
            return not (noun or named)
        if self._context.never_before.begin_at(lowers, end, unit.end) and not layout.follows_a_skill(candidate):
            named = frame is not Frame.NONE and self._case_speaks(candidate, layout)
            return not (named or self._frames.noun_follows(end, unit, layout))
        small = layout.tokens.words[start].islower() or layout.case_is_silent(candidate)
        if small and self._context.verb_before.end_at(lowers, start, unit.start):
            return not layout.follows_a_skill(candidate)
        return False

    def _chain_sign(self, candidate: Candidate, claimant: Claimant, layout: Layout) -> float:
        chain = layout.chain(candidate)
        if any(c.skill in claimant.kin for other in layout.neighbours(candidate) for c in other.claimants):
            # "Node and Express" vouch for each other.
            return self._weights["list"]
        if any(c.plain or c.kept is not None for c in chain) or layout.comes_from_a_skill(candidate):
            return self._weights["list"]
        if len(chain) >= _LONG_LIST:
            return self._weights["list"]
        return self._weights["list_unsure"] if chain else 0.0

    def _case_sign(self, candidate: Candidate, claimant: Claimant, layout: Layout, *, listed: bool) -> float:
        if layout.case_is_silent(candidate):
            return 0.0
        tokens = layout.tokens
        text = tokens.text[tokens.starts[candidate.start] : tokens.ends[candidate.end - 1]]
        if text == text.lower():
            if claimant.alias == claimant.alias.lower():
                return 0.0
            near = [c for c in layout.neighbours(candidate) if c.plain or c.kept is not None]
            if (
                listed
                or len(near) == 2
                or len(layout.chain(candidate)) >= _LONG_LIST
                or any(tokens.words[c.start].islower() for c in near)
            ):
                return 0.0
            rule = claimant.rule
            strict = rule is not None and rule.case_sensitive
            return -self._weights["lower_strict" if strict else "lower"]
        if claimant.everyday and claimant.alias.isupper() and not text.isupper() and len(text) >= _FEWEST_CAPITALS:
            return -self._weights["lower_strict"]
        return self._weights["case"] * self._case_speaks(candidate, layout)

    def _has_company(self, candidate: Candidate, claimant: Claimant, layout: Layout) -> bool:
        return any(
            other is not candidate
            and (other.plain or other.kept is not None or any(c.skill in claimant.kin for c in other.claimants))
            for other in layout.members(candidate.unit)
        )

    def _usual_signs(self, candidate: Candidate, claimant: Claimant, layout: Layout, frame: Frame) -> float:
        """Return the weight of words that stand beside any technology: "written in", "developer", a version.

        Names of one or two letters are believed only by the strong ones among them.
        """
        weights, frames, unit, end = self._weights, self._frames, layout.unit(candidate), candidate.end
        version = frames.version(end, unit, layout)
        score = weights["strong"] * (version is Version.DECIMAL) + weights["item"] * (
            layout.has_level(candidate) and layout.is_whole_item(candidate)
        )
        if claimant.short:
            if claimant.language:
                score += weights["strong"] * (frame is Frame.STRONG) + weights["strong"] * frames.noun_follows(
                    end, unit, layout
                )
            return score
        if frame is not Frame.NONE:
            score += weights["strong" if frame is Frame.STRONG else "weak"]
        score += weights["company"] * self._has_company(candidate, claimant, layout)
        year = version is Version.YEAR and claimant.alias.lower() not in self._context.year_versions
        if version in {Version.NUMBER, Version.YEAR} and not year:
            score += weights["weak"]
        elif year:
            score -= weights["not_near"]
        speaks = self._case_speaks(candidate, layout)
        if frames.noun_follows(end + (version is not Version.NONE), unit, layout):
            score += weights["strong"]
        elif speaks and frames.work_follows(end, unit, layout):
            score += weights["weak"]
        if speaks and not frames.is_peoples(layout.tokens.lowers[candidate.start]):
            score += weights["scene"] * frames.has_scene(candidate, layout)
        elif frames.opens_as_name(candidate, layout):
            scene = frames.has_scene(candidate, layout)
            score += weights["scene"] * scene + weights["case"] * (
                scene or self._has_company(candidate, claimant, layout)
            )
        return score

    def _case_speaks(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether it has a capital letter that no rule of writing asks for, so that it is a name: "to React"."""
        word = layout.tokens.words[candidate.start]
        return word[0].isupper() and not layout.case_is_silent(candidate) and not layout.opens_sentence(candidate)
