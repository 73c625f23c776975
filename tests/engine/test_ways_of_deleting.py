"""What is called deleted is gone, however the engine comes to it; what is declared stands on.

The engine's words are no proof: each way is judged by all that the platform holds before and after.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pulumi import automation

from tests.rig import live
from tests.rig.place import Place, opened
from tests.rig.stack import Stack

STAYS = """
support = livevox.Service("support", name="Support Line", template_id=53661)
livevox.CallerId("support-main", service=support, phone_number="877-340-2031", default=True)
livevox.InboundHours("support-hours", service=support, week={"SUNDAY": "09:00-12:00"})
livevox.CallerId("plain", service=53662, phone_number="877-340-2032")
"""

GOES = """
sales = livevox.Service("sales", name="Sales Line", template_id=53661, inherit_caller_ids=False)
livevox.CallerId("sales-main", service=sales, phone_number="877-340-2033", default=True)
livevox.InboundHours("sales-hours", service=sales, week={"WEEKDAY": "09:00-17:00"})
callbacks = livevox.Service(
    "callbacks", name="Sales Callbacks", template_id=53662, inbound_service_id=sales.service_id
)
livevox.CallerId("support-spare", service=support, phone_number="877-340-2034")
livevox.CallerId("plain-spare", service=53662, phone_number="877-340-2035")
livevox.InboundHours("plain-hours", service=33133, dates={"2099-12-24": "09:00-12:00"})
"""
"""Services, numbers of managed and of unmanaged services, and hours of both."""

STAYING = ("support", "support-main", "support-hours", "plain")
GOING = (
    *("sales", "sales-main", "sales-hours", "callbacks"),
    *("support-spare", "plain-spare", "plain-hours"),
)
ROOTS = ("sales", "support-spare", "plain-spare", "plain-hours")
"""What the rest of GOES depends on."""


@dataclass(frozen=True)
class Rollout:
    """A stack that is rolled out, and what stood on the platform on the way there."""

    place: Place
    seeded: Any
    with_what_stays: Any

    @property
    def stack(self) -> Stack:
        return self.place.stack

    def standing(self) -> Any:
        """All services as they stand on the platform now."""
        return self.place.sandbox.dump()["services"]

    def options(self, option: str, *names: str) -> list[str]:
        """An option once for each of some resources."""
        urns = self.stack.urns()
        return [f"{option}={urns[name]}" for name in names]

    def always_refreshed(self) -> Stack:
        """The stack once its project says that every command refreshes."""
        with (self.stack.project / "Pulumi.yaml").open("a") as file:
            file.write("options:\n  refresh: always\n")
        return self.stack

    def emptied(self) -> Stack:
        """The stack once its program declares nothing."""
        self.stack.program("")
        return self.stack

    def by_automation(self) -> automation.Stack:
        """The stack by the Automation API."""
        environment = self.stack.environment()
        folder = str(self.stack.project)
        options = automation.LocalWorkspaceOptions(work_dir=folder, env_vars=environment)
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("PATH", environment["PATH"])
            return automation.select_stack("dev", work_dir=folder, opts=options)


@pytest.fixture(scope="module")
def rolled_out(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any, Any]:
    """A folder with everything rolled out, to be copied; what stood before and half-way."""
    folder = tmp_path_factory.mktemp("rolled-out")
    with opened(folder, engine) as place:
        seeded = place.sandbox.dump()["services"]
        place.stack.roll_out(STAYS)
        with_what_stays = place.sandbox.dump()["services"]
        place.stack.roll_out(STAYS + GOES)
    return folder, seeded, with_what_stays


@pytest.fixture
def rollout(rolled_out: tuple[Path, Any, Any], engine: Path, tmp_path: Path) -> Iterator[Rollout]:
    folder, seeded, with_what_stays = rolled_out
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("access.jsonl"))
    with opened(copy, engine) as place:
        yield Rollout(place, seeded, with_what_stays)


Way = Callable[[Rollout], object]

LEAVING: dict[str, Way] = {
    "up": lambda r: r.stack.up(),
    "up --refresh": lambda r: r.stack.up("--refresh"),
    "up --refresh --run-program": lambda r: r.stack.up("--refresh", "--run-program"),
    "up, always refreshed": lambda r: r.always_refreshed().up(),
    "up --continue-on-error": lambda r: r.stack.up("--continue-on-error"),
    "up --target": lambda r: r.stack.up(*r.options("--target", *GOING)),
    "up --target --target-dependents": lambda r: r.stack.up(
        *r.options("--target", *ROOTS), "--target-dependents"
    ),
    "up --refresh --target --target-dependents": lambda r: r.stack.up(
        "--refresh", *r.options("--target", *ROOTS), "--target-dependents"
    ),
    "up --exclude": lambda r: r.stack.up(*r.options("--exclude", *STAYING)),
    "refresh, then up": lambda r: (r.stack.refresh(), r.stack.up()),
    "refresh --run-program, then up": lambda r: (r.stack.refresh("--run-program"), r.stack.up()),
    "destroy --target": lambda r: r.stack.destroy(*r.options("--target", *GOING)),
    "destroy --target --target-dependents": lambda r: r.stack.destroy(
        *r.options("--target", *ROOTS), "--target-dependents"
    ),
    "destroy --refresh --target --target-dependents": lambda r: r.stack.destroy(
        "--refresh", *r.options("--target", *ROOTS), "--target-dependents"
    ),
    "destroy --exclude": lambda r: r.stack.destroy(*r.options("--exclude", *STAYING)),
    "Automation API": lambda r: r.by_automation().up(refresh=True),
}
"""How what left the program is deleted."""


@pytest.mark.parametrize("way", LEAVING)
def test_what_left_the_program_is_gone_and_what_is_declared_stands(
    rollout: Rollout, way: str
) -> None:
    rollout.stack.program(STAYS)

    LEAVING[way](rollout)

    assert rollout.standing() == rollout.with_what_stays
    assert rollout.stack.urns().keys() == set(STAYING)


DESTROYING: dict[str, Way] = {
    "destroy": lambda r: r.stack.destroy(),
    "destroy --refresh": lambda r: r.stack.destroy("--refresh"),
    "destroy --run-program": lambda r: r.stack.destroy("--run-program"),
    "destroy --run-program --refresh": lambda r: r.stack.destroy("--run-program", "--refresh"),
    "destroy, always refreshed": lambda r: r.always_refreshed().destroy(),
    "destroy --continue-on-error": lambda r: r.stack.destroy("--continue-on-error"),
    "up of an empty program": lambda r: r.emptied().up("--refresh"),
    "Automation API": lambda r: r.by_automation().destroy(refresh=True),
}
"""How a whole stack is deleted."""


@pytest.mark.parametrize("way", DESTROYING)
def test_what_is_destroyed_is_gone(rollout: Rollout, way: str) -> None:
    DESTROYING[way](rollout)

    assert rollout.standing() == rollout.seeded
    assert rollout.stack.resources() == []


REPLACED = (STAYS + GOES.replace("340-2033", "340-2043").replace("340-2035", "340-2045")).replace(
    "service=33133", "service=53701"
)
"""Other numbers of a managed and of an unmanaged service, and hours of another service."""

REPLACING: dict[str, Way] = {
    "up": lambda r: r.stack.up(),
    "up --refresh": lambda r: r.stack.up("--refresh"),
    "up, always refreshed": lambda r: r.always_refreshed().up(),
    "up --target": lambda r: r.stack.up(
        *r.options("--target", "sales-main", "plain-spare", "plain-hours")
    ),
}


@pytest.mark.parametrize("way", REPLACING)
def test_what_is_replaced_is_gone_and_what_replaces_it_stands(rollout: Rollout, way: str) -> None:
    sandbox = rollout.place.sandbox
    sales = live.names(sandbox)["Sales Line"]
    rollout.stack.program(REPLACED)

    REPLACING[way](rollout)

    assert live.caller_ids(sandbox, sales) == (["8773402043"], "8773402043")
    numbers, _ = live.caller_ids(sandbox, 53662)
    assert {"8773402032", "8773402045"} <= set(numbers)
    assert "8773402035" not in numbers
    assert live.hours(sandbox, 33133) == {}
    assert live.hours(sandbox, 53701) == {"2099-12-24": ["09:00-12:00"]}
    assert set(rollout.stack.preview().operations.values()) <= {"same", "refresh+same"}


@pytest.mark.parametrize("then", [("up",), ("up", "--refresh"), ("destroy",)], ids=" ".join)
def test_what_a_killed_run_left_to_be_deleted_is_gone_after_the_next(
    rollout: Rollout, then: tuple[str, ...]
) -> None:
    sandbox, stack = rollout.place.sandbox, rollout.stack
    stack.program(REPLACED)
    stack.killed_at("DELETE 53662/phone/8773402035")

    stack.run(*then, "--yes", "--skip-preview")

    numbers, _ = live.caller_ids(sandbox, 53662)
    assert "8773402035" not in numbers
    assert ("8773402045" in numbers) is (then[0] == "up")
    assert live.hours(sandbox, 33133) == {}
    if then[0] == "destroy":
        assert rollout.standing() == rollout.seeded
