"""Exports as a program makes them, and what stands in their folder."""

from collections.abc import Mapping
from pathlib import Path

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.config import plain, resolve
from pulumi_livevox.tasks.export import Exported, export
from pulumi_livevox.tasks.exporting.choices import ExportOptions
from pulumi_livevox.tasks.selection import Selection
from tests.rig.canned import Answering, Api, answer
from tests.rig.platform import Platform
from tests.rig.requests import SERVICES

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


SECTIONS = ("phone", "settings", "messaging", "inboundHours")


def path(service_id: int, section: str = "") -> str:
    return f"{SERVICES}/{service_id}/{section}".rstrip("/")


def serve(api: Api, services: Mapping[int, str], call_center: int = 433) -> None:
    """Have a canned API show services with what there has to be, by id and name."""
    for id, name in services.items():
        head = {"serviceId": id, "name": name, "callCenterId": call_center}
        for section in ("", "phone", "settings"):
            api.on("GET", path(id, section), answer(200, head))
        api.on("GET", path(id, "messaging"), answer(200, {"property": []}))
        api.on("GET", path(id, "inboundHours"), answer(200, {"inboundHour": []}))
    api.on("GET", SERVICES, listing(services, call_center))


def listing(services: Mapping[int, str], call_center: int = 433) -> Answering:
    """The list of a call center."""
    listed = [
        {"serviceId": id, "name": name, "callCenterId": call_center}
        for id, name in services.items()
    ]
    return answer(200, {"service": listed})


def refuse(api: Api, service_id: int, *sections: str, status: int = 404) -> None:
    """Have a canned API refuse sections of a service; "" is the general one."""
    refusal = answer(status, {"code": status, "message": "Not for you"})
    for section in sections:
        api.on("GET", path(service_id, section), refusal)
