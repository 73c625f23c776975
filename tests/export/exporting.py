"""Exports as a program makes them, and what stands in their folder."""

from pathlib import Path

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.config import plain, resolve
from pulumi_livevox.tasks.export import Exported, export
from pulumi_livevox.tasks.exporting.choices import ExportOptions
from pulumi_livevox.tasks.selection import Selection
from tests.rig.platform import Platform

OF_433 = Selection(call_center_ids=(433,))


class Exports:
    """Exports of one platform into one folder."""

    def __init__(self, platform: Platform, folder: Path) -> None:
        self.platform = platform
        self.folder = folder
        self.configuration = plain(resolve(lambda key: None, platform.environ))

    def run(
        self,
        selection: Selection | None = None,
        client: LiveVoxClient | None = None,
        **options: object,
    ) -> Exported:
        asked = ExportOptions(self.configuration, selection, **options)  # type: ignore[arg-type]
        return export(client or self.platform.client(), self.folder, asked)

    def text(self, name: str) -> str:
        return (self.folder / name).read_text()

    def edit(self, name: str, text: str = "# a line of mine\n") -> None:
        """Add something to a file, as a person would."""
        with (self.folder / name).open("a") as file:
            file.write(text)

    @property
    def files(self) -> list[str]:
        return sorted(str(each.relative_to(self.folder)) for each in self.folder.rglob("*"))


def said(exported: Exported) -> list[str]:
    """What changed since the export before, in words."""
    return [line for change in exported.changes for line in change.lines()]
