"""Resources that stand, each with an edit, and what the engine asks about them."""

from dataclasses import dataclass
from typing import Any

from pulumi_livevox.engine.provider import Lifecycle
from pulumi_livevox.resources.inbound_hours import lifecycle as inbound_hours
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.state import Standing
from tests.lifecycle.world import INBOUND, OUTBOUND, World, edited, hours, service


@dataclass(frozen=True)
class Resource:
    """A resource in the state, and what the engine asks about it: each time in a new process."""

    stands: Any
    """What is declared and stands."""
    edited: Any
    path: str
    """Of the write that an edit leads to."""
    lifecycle: Lifecycle[Any]
    service_id: int | None = None

    def diff(self, world: World, old: Any, new: Any, write: str) -> Difference:
        return self.lifecycle.diff(world.run(), self._standing(world, old, write), new)

    def update(self, world: World, old: Any, new: Any, write: str) -> str:
        return self.lifecycle.update(world.run(), self._standing(world, old, write), new).write

    def read(self, world: World, declared: Any) -> Any:
        return self.lifecycle.read(world.run(), self._standing(world, declared, ""))

    def _standing(self, world: World, declared: Any, write: str) -> Standing[Any]:
        return world.standing(declared, self.service_id, write=write)


def _service(path: str, **edit: Any) -> Resource:
    stands = service(
        name="Template Outbound",
        abbreviation="OUT",
        phone={"callback_phone": "8773402033"},
        settings={"voice_id": 4, "scrub_wireless": False},
        messaging={"TEMPLATE_ID": 7125},
    )
    return Resource(stands, edited(stands, **edit), path, services, OUTBOUND)


RESOURCES = {
    "general": _service(f"/{OUTBOUND}", abbreviation="NEW"),
    "name": _service(f"/{OUTBOUND}", name="New Name"),
    "phone": _service(f"/{OUTBOUND}/phone", phone={"callback_phone": "8773402034"}),
    "settings": _service(
        f"/{OUTBOUND}/settings", settings={"voice_id": 5, "scrub_wireless": False}
    ),
    "messaging": _service(f"/{OUTBOUND}/messaging", messaging={"TEMPLATE_ID": 14206}),
    "hours": Resource(
        hours(INBOUND, week={"WEEKDAY": "07:00-20:59"}),
        hours(INBOUND, week={"WEEKDAY": "08:00-20:59", "SUNDAY": "10:00-11:00"}),
        f"/{INBOUND}/inboundHours.*",
        inbound_hours,
    ),
}
"""What can be updated, by what the edit is about."""


def lay_out(world: World) -> None:
    """Have every one of them stand as it is declared."""
    for resource in RESOURCES.values():
        live = resource.read(world, resource.stands)
        assert live is not None
        resource.update(world, live, resource.stands, "")
    for file in world.journal_folder.glob("*"):
        file.unlink()
    world.line.mend()
