"""Reading YAML safely: repeated keys are refused, and the line of every entry can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

__all__ = ["Tree", "YamlProblem", "read_foreign_yaml", "read_yaml"]

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # pragma: no cover - PyYAML without its C library is eight times slower, but right
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

Key = str | int
_MOST_DEPTH = 10


class YamlProblem(Exception):
    """A file is no readable YAML; ``line`` counts from 1."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.remedy = remedy


class _StrictLoader(_SafeLoader):
    """PyYAML's safe loader keeps the last of two equal keys and says nothing; this one refuses the second."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                raise YamlProblem(
                    line, f"The key '{key.value}' stands here and on line {seen[key.value]}.", "Keep one of them."
                )
            seen[key.value] = line
        return super().construct_mapping(node, deep)


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of a YAML file and the places of its parts."""

    data: Any
    _root: yaml.Node | None

    def line_of(self, path: tuple[Key, ...]) -> int:
        """Return the line of an entry, or of its nearest parent that the file holds; ("skills", 2, "name")."""
        node, line = self._root, 1
        for key in path:
            if isinstance(node, yaml.MappingNode):
                found = next((pair for pair in node.value if pair[0].value == str(key)), None)
                if found is None:
                    return line
                line, node = found[0].start_mark.line + 1, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                line = node.start_mark.line + 1
            else:
                return line
        return line


def read_foreign_yaml(content: bytes, *, most_bytes: int) -> Tree:
    """Read YAML that somebody sent: short, flat, and without references, whose unfolding has no bounds.

    Raises:
        YamlProblem: it is not so, or ``read_yaml`` cannot read it.
    """
    if len(content) > most_bytes:
        raise YamlProblem(1, f"The file has more than {most_bytes // 1000} kB.", "Make it shorter.")
    depth = 0
    try:
        # Events come one by one; a tree of a hundred thousand levels would end the process while it is built.
        for event in yaml.parse(content.decode("utf-8", "replace"), Loader=_SafeLoader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                raise YamlProblem(line, "Here stands a reference (& or *).", "Write out what it stands for.")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _MOST_DEPTH:
                raise YamlProblem(line, "The file is nested too deep.", "No profile needs more than ten levels.")
    except yaml.YAMLError:
        # Told with its line below, by the reader of our own files.
        depth = 0
    return read_yaml(content)


def read_yaml(content: bytes) -> Tree:
    """Read one YAML document.

    Raises:
        YamlProblem: the bytes are no UTF-8, no YAML, or hold a key twice.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YamlProblem(line, "The file is not in UTF-8.", "Save it as UTF-8.") from error
    loader = _StrictLoader(text)
    try:
        root = loader.get_single_node()
        data = loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise YamlProblem(line, f"This is not YAML: {error.problem}.", "Look at indents, quotes and colons.") from error
    except yaml.YAMLError as error:
        raise YamlProblem(1, f"This is not YAML: {error}.", "Remove control characters.") from error
    finally:
        loader.dispose()
    return Tree(data, root)
