"""The record of an export, in its folder: what was written there, of what, and with which options.

It lets the next export tell what a person edited since, and what changed on the platform. Nothing
in it is secret.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.selection import Selection

RECORD: Final = ".livevox-export.json"
"""The file of the record, in the folder of the export."""

_VERSION: Final = 1

_SERVICE: Final = TypeAdapter(WholeService)


@dataclass(frozen=True)
class Choices:
    """What an export was asked for: chosen once, and meant again by the next into its folder."""

    stack_name: str
    project_name: str
    selection: Selection = field(default_factory=Selection)
    template_id: int | None = None
    protect: bool = True
    settings: bool = True


_CHOICES: Final = TypeAdapter(Choices)


@dataclass(frozen=True)
class ExportRecord:
    """What stands in the folder of an export."""

    configuration: Mapping[str, str]
    """The plain configuration of the account, by full key."""
    choices: Choices
    services: Sequence[WholeService] = ()
    """The services as they stood."""
    template: WholeService | None = None
    """The template as it stood, where there is one."""
    adopted: Mapping[str, int] = field(default_factory=dict)
    """Ids of services by resource name, as they were written into the stack's file."""
    written: Mapping[str, str] = field(default_factory=dict)
    """The digest of every file as it was last written, by its path in the folder."""
    under_way: Mapping[str, str] = field(default_factory=dict)
    """The same of an export that has begun to write, and not ended."""
    edited: Mapping[str, str] = field(default_factory=dict)
    """The text that was last written of every file that was edited since, and so was kept."""

    def is_ours(self, path: str, text: bytes) -> bool:
        """Tell whether a file holds what an export wrote, and nobody edited it since."""
        return digest(text) in (self.written.get(path), self.under_way.get(path))

    def to_text(self) -> str:
        """Return it as the file has it: a line for each service."""
        head = {
            "version": _VERSION,
            "about": "What `pulumi-livevox export` wrote here, to be compared by the next one.",
            "configuration": dict(self.configuration),
            "choices": asdict(self.choices),
            "adopted": dict(self.adopted),
            "written": dict(self.written),
            "underWay": dict(self.under_way),
            "edited": dict(self.edited),
            "template": None if self.template is None else to_document(self.template),
        }
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        services = ",\n".join(json.dumps(to_document(each)) for each in self.services)
        return "{\n" + ",\n".join([*lines, f'"services": [\n{services}\n]']) + "\n}\n"

    @classmethod
    def from_bytes(cls, content: bytes) -> ExportRecord:
        """Return the record of a file. Raises TaskError where it is none."""
        try:
            document = json.loads(content)
            if document["version"] != _VERSION:
                raise TaskError(
                    f"{RECORD} was written by another version of pulumi-livevox (it has the form "
                    f"{document['version']}, this one reads {_VERSION}): export into another folder"
                )
            template = document["template"]
            return cls(
                document["configuration"],
                _CHOICES.validate_python(document["choices"]),
                [from_document(each) for each in document["services"]],
                None if template is None else from_document(template),
                document["adopted"],
                document["written"],
                document["underWay"],
                document.get("edited", {}),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            raise TaskError(
                f"{RECORD} is not what an export wrote there: take it back as it was, or export "
                "into another folder"
            ) from None


def read_record(folder: Path) -> ExportRecord | None:
    """Return the record in a folder, None where no export wrote there.

    Raises TaskError where it is none, OSError where it can't be read.
    """
    try:
        return ExportRecord.from_bytes((folder / RECORD).read_bytes())
    except FileNotFoundError:
        return None


def digest(content: bytes) -> str:
    """Return what tells the content of a file from any other."""
    return hashlib.sha256(content).hexdigest()


def to_document(service: WholeService) -> dict[str, Any]:
    """Return what the reads of a service answered, by the API's names, unknown keys as well."""
    document: dict[str, Any] = _SERVICE.dump_python(service, by_alias=True, exclude_unset=True)
    return document


def from_document(document: Any) -> WholeService:
    """Return the service of a document; raise ValueError where it is none."""
    return _SERVICE.validate_python(document)
