"""A role profile as YAML, out and in. What comes in is from somebody else, and is read with care."""

from __future__ import annotations

from typing import Any

import yaml

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile import ProfileFault, profile_from_data
from matcher.taxonomy.profile_schema import ProfileFile
from matcher.taxonomy.yaml_reader import YamlProblem, read_foreign_yaml

__all__ = ["profile_from_yaml", "profile_to_yaml"]

# The largest shipped role is 20 kB as a profile; a hundred requirements with questions of their own stay below this.
_MOST_BYTES = 500_000
_SHORT = 60
_HEAD = """\
# A role profile of Matcher: what a role asks for, and the questions that go with it.
#   importance  required or preferred            weight   how much it counts among those of its importance
#   any_of      skills of which one is enough    related  skills that count in part
#   level       the least that meets it: listed, used, owned, led
#   min_years   the length that is asked; partial_years the length that still counts in part
#   left_out    questions of the bank that are not asked
"""


def profile_to_yaml(profile: ProfileFile) -> str:
    """Return a profile as YAML that ``profile_from_yaml`` reads back to the same."""
    shape = {"format": profile.format} | profile.model_dump(mode="json", exclude_defaults=True)
    body = yaml.dump(shape, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return _HEAD + str(body)


def profile_from_yaml(
    content: bytes, taxonomy: Taxonomy
) -> tuple[ProfileFile | None, tuple[tuple[int, ProfileFault], ...]]:
    """Read a profile.

    Returns:
        The profile, None if it cannot be read; and what is wrong, with the line in the file.
    """
    try:
        tree = read_foreign_yaml(content, most_bytes=_MOST_BYTES)
    except YamlProblem as error:
        return None, ((error.line, ProfileFault((), error.message, error.remedy)),)
    profile, faults = profile_from_data(tree.data, taxonomy)
    return profile, tuple((tree.line_of(fault.path), fault) for fault in faults)


class _Dumper(yaml.SafeDumper):
    """Writes lists of names on one line and never an anchor, which the reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _list(dumper: _Dumper, data: list[Any]) -> yaml.Node:
    plain = all(isinstance(one, str) and len(one) <= _SHORT and "\n" not in one for one in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=plain)


_Dumper.add_representer(list, _list)
