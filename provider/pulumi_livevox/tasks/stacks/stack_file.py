"""`livevox:adopt` in a stack's file: which live service each resource takes over.

Only the lines of new entries are put in, those of old ones taken out, and the ids of changed ones
written: everything else in the file stays as it is, byte for byte, comments and secrets too.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from pulumi_livevox.declaring import adopt_entries
from pulumi_livevox.declaring.adopt_entries import KEY
from pulumi_livevox.run.files import write_whole
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.files import reading_from, writing_to

_PATH: Final = ("config", KEY)
_MERGE: Final = "<<"
_PLAIN: Final = re.compile(
    r"(?!(y|n|yes|no|on|off|true|false|null)$)[a-z]([\w./:-]*[\w./-])?", re.I | re.ASCII
)


def read_adopted(path: Path) -> dict[str, int]:
    """Return the ids of services by resource name; nothing where the file or the key is missing.

    Raises TaskError where the file can't be read, or an entry is no id.
    """
    return _adopted(path, _load(path, _read(path)))


def write_adopted(path: Path, adopted: Mapping[str, int]) -> None:
    """Add entries to a stack's file, or change their ids; make the file where there is none.

    It is written whole or not at all, and left alone where all entries stand already. Raises
    TaskError where it can't be read, edited or written.
    """
    before = _read(path)
    document = _load(path, before)
    standing = _adopted(path, document)
    new = {name: each for name, each in adopted.items() if standing.get(name) != each}
    if not new:
        return
    if _MERGE in new:
        raise TaskError(
            f'Pulumi takes "{_MERGE}" in {path} for no name: declare adopt_id={new[_MERGE]} for '
            "that resource in the program"
        )
    after = _edited(before, partial(_edits, adopted=new))
    with _told(path, "edited"):
        done = _parsed(after)
    if not _is_same_but_for(document, done, standing | new):
        lines = "; ".join(entry(name, each) for name, each in new.items())
        raise TaskError(
            f"{path} is written in a way that can't be edited here: write below {KEY}: {lines}"
        )
    with writing_to(path):
        write_whole(path, after)


def without(text: str, names: Collection[str]) -> str | None:
    """Return the text of a stack's file without the lines of some entries; all else as it is.

    None where they do not stand on lines of their own.
    """
    before = _parsed(text)
    ids, _ = adopt_entries.read(before["config"][KEY])
    left = {name: id for name, id in ids.items() if name not in names}
    after = _edited(text, partial(_removals, names=names))
    try:
        return after if _is_same_but_for(before, _parsed(after), left) else None
    except YAMLError:
        return None


def entry(name: str, service_id: int) -> str:
    """Return the line below `livevox:adopt` that gives a service to a resource."""
    return f"{_key(name)}: {service_id}"


def is_plain(text: str) -> bool:
    """Tell whether no reader of YAML takes a text for anything else; Pulumi's has older rules."""
    return _PLAIN.fullmatch(text) is not None


class _Edit(NamedTuple):
    """A text in the place of what stands from one position to another."""

    start: int
    end: int
    text: str


def _read(path: Path) -> str:
    """Return the text of a file with its line ends as they are; "" where there is none."""
    try:
        with reading_from(path), contextlib.suppress(FileNotFoundError):
            return path.read_bytes().decode()
        return ""
    except UnicodeDecodeError:
        raise TaskError(f"{path} can't be read: it may be a file in UTF-8") from None


@contextlib.contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = "" if mark is None else f", line {mark.line + 1}"
        problem = getattr(error, "problem", None) or "it may be a file in YAML"
        raise TaskError(f"{path}{where} can't be {what}: {problem}") from None


def _load(path: Path, text: str) -> dict[str, Any]:
    with _told(path, "read"):
        document = _parsed(text)
    if not isinstance(document, dict):
        raise TaskError(f'{path} can\'t be read: it may hold "config:" and the like, as Pulumi has')
    return document


def _parsed(text: str) -> Any:
    document = YAML(typ="safe", pure=True).load(text)
    return {} if document is None else document


def _adopted(path: Path, document: Mapping[str, Any]) -> dict[str, int]:
    config = document.get("config")
    if not isinstance(config, dict | None):
        raise TaskError(f'config in {path} was "{config}"; it may be a mapping')
    ids, wrong = adopt_entries.read((config or {}).get(KEY))
    if wrong:
        raise TaskError(f"{path} can't be used: {'. '.join(wrong)}")
    return ids


def _is_same_but_for(
    before: Mapping[str, Any], after: Mapping[str, Any], adopted: Mapping[str, int]
) -> bool:
    """Tell whether a file's content is what it was, but for the ids that are adopted."""

    def others(document: Mapping[str, Any]) -> dict[str, Any]:
        config = {key: each for key, each in (document.get("config") or {}).items() if key != KEY}
        return {**document, "config": config}

    found = after["config"].get(KEY) or {}
    ids = {str(name): int(value) for name, value in found.items()}
    return others(before) == others(after) and ids == adopted


# Editing: the parser says where things stand, and the text in between is never touched.


def _edited(text: str, edits: Callable[[str], Iterable[_Edit]]) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits(text), reverse=True):
        lines = edit.text.replace("\n", newline)
        text = text[: edit.start] + lines + text[edit.end :]
    return mark + text


def _removals(text: str, names: Collection[str]) -> Iterator[_Edit]:
    """Take out the lines of entries; of what shares its line with something else nothing."""
    node = YAML().compose(text)
    for each in _PATH:
        found = _find(node, each) if isinstance(node, MappingNode) else None
        node = found and found[1]
    entries = node.value if isinstance(node, MappingNode) else ()
    for key, value in entries:
        start = key.start_mark.index - key.start_mark.column
        end = _line_end(text, value.end_mark.index)
        rest = text[value.end_mark.index : end].strip()
        is_alone = not text[start : key.start_mark.index].strip() and rest[:1] in ("", "#")
        if key.value in names and is_alone:
            yield _Edit(start, end, "")


def _edits(text: str, adopted: Mapping[str, int]) -> Iterator[_Edit]:
    node = YAML().compose(text)
    if not isinstance(node, MappingNode):
        yield _lines_at(text, len(text), 0, _nested(_PATH, adopted))
        return
    for depth, key in enumerate(_PATH):
        found = _find(node, key)
        if found is None:
            yield _addition(text, node, _nested(_PATH[depth:], adopted))
            return
        if _is_empty(found[1]):
            yield from _filling(text, node, found, _nested(_PATH[depth + 1 :], adopted))
            return
        node = cast(MappingNode, found[1])
    standing = {name: found[1] for name in adopted if (found := _find(node, name))}
    for name, value in standing.items():
        yield _Edit(value.start_mark.index, value.end_mark.index, str(adopted[name]))
    new = {name: each for name, each in adopted.items() if name not in standing}
    if new:
        yield _addition(text, node, new)


def _nested(path: Sequence[str], adopted: Mapping[str, Any]) -> Mapping[str, Any]:
    for key in reversed(path):
        adopted = {key: adopted}
    return adopted


def _find(mapping: MappingNode, key: str) -> tuple[ScalarNode, Node] | None:
    for name, value in mapping.value:
        if isinstance(name, ScalarNode) and name.value == key:
            return name, value
    return None


def _is_empty(node: Node) -> bool:
    if isinstance(node, MappingNode):
        return not node.value
    return bool(node.tag == "tag:yaml.org,2002:null" or node.value == "")


def _addition(text: str, mapping: MappingNode, new: Mapping[str, Any]) -> _Edit:
    """Put entries behind the last one of a mapping."""
    last = mapping.value[-1][1]
    if mapping.flow_style:
        return _Edit(last.end_mark.index, last.end_mark.index, f", {_flow(new)}")
    # A block ends where the next one begins, behind comments: its last text says where it ends.
    while isinstance(last, CollectionNode) and last.value and not last.flow_style:
        last = last.value[-1][1] if isinstance(last, MappingNode) else last.value[-1]
    end = last.end_mark
    # Some texts end where the next line begins.
    line_end = end.index if end.column == 0 else _line_end(text, end.index)
    return _lines_at(text, line_end, _indentation(text, mapping.value[0][0]), new)


def _filling(
    text: str, parent: MappingNode, found: tuple[ScalarNode, Node], new: Mapping[str, Any]
) -> Iterator[_Edit]:
    """Put entries into what is empty; in a block they get lines of their own below its key."""
    key, empty = found
    start, end = empty.start_mark.index, empty.end_mark.index
    if parent.flow_style:
        yield _Edit(start, end, f"{{{_flow(new)}}}")
        return
    if start == end:
        # What is not written has its mark at whatever comes next, lines below.
        start = end = text.find(":", key.end_mark.index) + 1
    # The blank before it goes too.
    yield _Edit(start - (start < end and text[start - 1] == " "), end, "")
    yield _lines_at(text, _line_end(text, end), key.start_mark.column + 2, new)


def _indentation(text: str, key: Node) -> int:
    """Return where the line of a key begins; what may stand before a key is no part of it."""
    line = text[key.start_mark.index - key.start_mark.column :]
    return len(line) - len(line.lstrip(" "))


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _lines_at(text: str, index: int, column: int, new: Mapping[str, Any]) -> _Edit:
    before = "" if index == 0 or text[index - 1] == "\n" else "\n"
    return _Edit(index, index, before + "".join(_block(new, column)))


def _block(new: Mapping[str, Any], column: int) -> Iterator[str]:
    for name, value in new.items():
        key = " " * column + _key(name)
        if isinstance(value, Mapping):
            yield f"{key}:\n"
            yield from _block(value, column + 2)
        else:
            yield f"{key}: {value}\n"


def _flow(new: Mapping[str, Any]) -> str:
    def written(value: Any) -> str:
        return f"{{{_flow(value)}}}" if isinstance(value, Mapping) else str(value)

    return ", ".join(f"{_quoted(name)}: {written(value)}" for name, value in new.items())


def _key(name: str) -> str:
    return name if is_plain(name) else _quoted(name)


def _quoted(name: str) -> str:
    """Return a name in quotes as JSON and YAML both read them; what can't be seen is escaped."""

    def escaped(character: str) -> str:
        # Beyond four digits the two escape differently; there nothing breaks a line.
        is_shown = character.isprintable() or character > "\uffff"
        return json.dumps(character, ensure_ascii=not is_shown)[1:-1]

    return f'"{"".join(map(escaped, name))}"'
