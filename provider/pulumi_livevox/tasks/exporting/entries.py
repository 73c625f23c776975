"""What an export does to the entries of `livevox:adopt` in a stack's file that stands there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pulumi_livevox.tasks.stacks.stack_file import read_adopted, without


@dataclass(frozen=True)
class EntriesPlan:
    """What is going to happen to entries; nothing where the file is written whole."""

    adopt: Mapping[str, int] = field(default_factory=dict)
    """Those to be written; the rest of the file stays."""
    awaited: Mapping[str, int] = field(default_factory=dict)
    """Those that belong to what would change in files that are kept."""
    stale: Sequence[str] = ()
    """Those that exports wrote, of resources that the program no longer has."""
    without_stale: str | None = None
    """The text of the file without them, None where they can't be taken out."""
    left: Mapping[str, int] = field(default_factory=dict)
    """Those that exports wrote, and that stay: they are to be known by the next one."""


def plan_entries(
    file: Path,
    wanted: Mapping[str, int],
    written: Mapping[str, int],
    named: Collection[str] | None,
    service_ids: Collection[int],
) -> EntriesPlan:
    """Plan the entries of a stack's file, each of which has to name a resource of the program.

    `wanted` are those of this export, `written` those of earlier ones, `named` what the program
    names as it is going to stand, None where that can't be told. An entry of a service that still
    stands (`service_ids`) is taken out only where another one gets that service: a person may have
    moved its resource. Raises TaskError where the file can't be read.
    """
    standing = read_adopted(file)
    named = standing if named is None else named
    new = {name: id for name, id in wanted.items() if standing.get(name) != id}
    taken = {id for name, id in standing.items() if name in named and name not in new}
    adopt = {name: id for name, id in new.items() if name in named and id not in taken}
    stale = [
        name
        for name, id in standing.items()
        if name not in named
        and (id in adopt.values() or (name in written and id not in service_ids))
    ]
    without_stale = without(file.read_bytes().decode(), stale) if stale else None
    goes = () if without_stale is None else stale
    return EntriesPlan(
        adopt=adopt,
        awaited={name: id for name, id in new.items() if name not in adopt},
        stale=stale,
        without_stale=without_stale,
        left={name: id for name, id in written.items() if name in standing and name not in goes},
    )
