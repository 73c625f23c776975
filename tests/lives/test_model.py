"""The model of the lives: what it lets pass, and what it has to find."""

import copy
from typing import Any

import pytest

from tests.lives.model import Model
from tests.lives.platform import Platform, slots
from tests.lives.program import Hours, Number, Program, Service
from tests.lives.steps import Command
from tests.lives.verdict import Ran
from tests.rig.live import seeded

LINE = 1100001
FOREIGN = 20575
NUMBER = "number.8773402035"

SERVICE = Service(
    resource="s1",
    name="Line A",
    template=53661,
    inherit=False,
    properties={"settings.service_level_seconds": 40},
)
CALLER_ID = Number(resource="n2", service="s1", number="8773402035", default=True)
HOURS = Hours(resource="h3", service=FOREIGN, week={"SUNDAY": "07:00-20:59"})
PROGRAM = Program(declared=(SERVICE, CALLER_ID, HOURS))


@pytest.fixture(scope="module")
def stands(tmp_path_factory: pytest.TempPathFactory) -> Platform:
    return slots(seeded(tmp_path_factory.mktemp("lives")))


class Scene:
    """A model, and the platform as somebody else makes it."""

    def __init__(self, stands: Platform) -> None:
        self.stands = copy.deepcopy(stands)
        self.model = Model(stands)

    def run(
        self, program: Program, *changes: tuple[int, str, Any], ok: bool = True, **options: Any
    ) -> list[str]:
        """A run of a program that changes slots; None takes one away."""
        before = copy.deepcopy(self.stands)
        self.change(*changes)
        output = options.pop("output", "")
        command = Command(**{"command": "up", **options})
        return self.model.judge(Ran(command, program, before, self.stands, ok, output))

    def change(self, *changes: tuple[int, str, Any]) -> None:
        for key, slot, value in changes:
            self.stands.setdefault(key, {})
            if value is None:
                self.stands[key].pop(slot, None)
            else:
                self.stands[key][slot] = value

    def console(self, *changes: tuple[int, str, Any]) -> None:
        before = copy.deepcopy(self.stands)
        self.change(*changes)
        self.model.console(before, self.stands)

    def copy(self) -> list[tuple[int, str, Any]]:
        """The line, made as it is declared."""
        template = self.stands[53661]
        copied = {k: v for k, v in template.items() if not k.startswith("number.")}
        declared = {
            "name": "Line A",
            "settings.serviceLevelSeconds": 40,
            NUMBER: True,
            "phone.defaultCallerId": "8773402035",
        }
        return [(LINE, slot, value) for slot, value in (copied | declared).items()]


WEEK = (FOREIGN, "week", (("SUNDAY", 0, 43_200_000, 93_540_000),))


@pytest.fixture
def scene(stands: Platform) -> Scene:
    """A scene whose program is rolled out."""
    scene = Scene(stands)
    assert scene.run(PROGRAM, *scene.copy(), WEEK) == []
    return scene


def test_a_run_that_changes_nothing_is_fine_where_nothing_is_to_change(scene: Scene) -> None:
    assert scene.run(PROGRAM) == []


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ((LINE, "settings.serviceLevelSeconds"), 20),
        ((LINE, "settings.voiceId"), 7),
        ((LINE, NUMBER), None),
        ((LINE, "number.8773402036"), True),
        ((LINE, "phone.defaultCallerId"), None),
        ((LINE, "week"), ()),
        ((FOREIGN, "week"), ()),
        ((FOREIGN, "settings.voiceId"), 7),
        ((5607, "name"), "Another"),
        ((1100002, "name"), "Pulumi unfinished call-center s1"),
    ],
)
def test_whatever_else_a_run_changes_is_found(
    scene: Scene, slot: tuple[int, str], value: Any
) -> None:
    if slot[0] not in scene.stands:
        scene.stands[slot[0]] = {"callCenterId": 433}
    assert scene.run(PROGRAM, (*slot, value)) != []


@pytest.mark.parametrize(
    ("left", "gone"),
    [
        ("n2", [(LINE, NUMBER, None), (LINE, "phone.defaultCallerId", None)]),
        ("h3", [(FOREIGN, "week", ())]),
    ],
)
def test_what_left_the_program_is_gone(scene: Scene, left: str, gone: list[Any]) -> None:
    stood = copy.deepcopy(scene)
    assert scene.run(PROGRAM.without(left), *gone) == []
    assert stood.run(PROGRAM.without(left)) != []


def test_a_service_that_left_the_program_is_gone(scene: Scene) -> None:
    stood = copy.deepcopy(scene)
    del scene.stands[LINE]
    without = PROGRAM.without("s1")
    assert scene.run(without) == []
    assert stood.run(without) == [f'service {LINE} ("Line A") left the program and stands']


def test_what_is_not_declared_any_more_stays(scene: Scene) -> None:
    plain = PROGRAM.put(SERVICE.model_copy(update={"properties": {}}))
    changed = copy.deepcopy(scene)
    assert scene.run(plain) == []
    assert changed.run(plain, (LINE, "settings.serviceLevelSeconds", 20)) != []


def test_what_the_console_did_stays_until_a_run_refreshes(scene: Scene) -> None:
    scene.console((LINE, "settings.serviceLevelSeconds", 50))
    assert scene.run(PROGRAM) == []
    refreshed = copy.deepcopy(scene)
    assert refreshed.run(PROGRAM, refresh="--refresh") != []
    assert scene.run(PROGRAM, (LINE, "settings.serviceLevelSeconds", 40), refresh="always") == []


@pytest.mark.parametrize("command", ["preview", "refresh"])
def test_reading_changes_nothing(scene: Scene, command: str) -> None:
    assert scene.run(PROGRAM, (LINE, "settings.voiceId", 7), command=command) != []


def test_what_a_failed_run_wrote_is_put_right_by_the_next_one(scene: Scene) -> None:
    other = SERVICE.model_copy(update={"properties": {"settings.service_level_seconds": 50}})
    tried = (LINE, "settings.serviceLevelSeconds", 50)
    assert scene.run(PROGRAM.put(other), tried, ok=False) == []
    stays = copy.deepcopy(scene)
    assert stays.run(PROGRAM) != []
    assert scene.run(PROGRAM, (LINE, "settings.serviceLevelSeconds", 40)) == []


def test_what_a_failed_run_made_and_nobody_declares_is_gone_or_told(scene: Scene) -> None:
    number = Number(resource="n4", service="s1", number="8773402036")
    slot = (LINE, "number.8773402036")
    assert scene.run(PROGRAM.put(number), (*slot, True), ok=False) == []
    silent, told = copy.deepcopy(scene), copy.deepcopy(scene)
    assert silent.run(PROGRAM) != []
    assert told.run(PROGRAM, output=f"caller ID 8773402036 of service {LINE} may stand") == []
    assert scene.run(PROGRAM, (*slot, None)) == []


@pytest.mark.parametrize("ok", [True, False])
def test_a_live_number_is_never_taken_off_for_a_dead_name(scene: Scene, ok: bool) -> None:
    renamed = PROGRAM.renamed("n2", "n4", alias=False)
    gone = [(LINE, NUMBER, None), (LINE, "phone.defaultCallerId", None)]
    assert scene.run(renamed, *gone, ok=ok) != []


def test_a_name_that_another_service_has_may_be_refused(scene: Scene) -> None:
    assert not scene.model.may_refuse(PROGRAM, scene.stands)
    assert scene.model.may_refuse(PROGRAM.renamed("s1", "s2", alias=False), scene.stands)
    assert not scene.model.may_refuse(PROGRAM.renamed("s1", "s2", alias=True), scene.stands)


@pytest.mark.parametrize("ok", [True, False])
def test_a_renaming_that_was_rolled_out_is_taken_back_with_an_alias(scene: Scene, ok: bool) -> None:
    renamed = PROGRAM.renamed("s1", "s2", alias=True)
    assert scene.run(renamed, ok=ok, targets=("s2",)) == []
    assert scene.model.may_refuse(PROGRAM, scene.stands)
    assert not scene.model.may_refuse(scene.model.findable(PROGRAM), scene.stands)


@pytest.mark.parametrize(
    "options",
    [{"targets": ("s1",)}, {"excludes": ("n2",)}, {"targets": ("s1",), "dependents": True}],
)
def test_what_a_run_left_out_stays(scene: Scene, options: dict[str, Any]) -> None:
    assert scene.run(PROGRAM.without("n2"), **options) == []
    assert scene.run(PROGRAM.without("n2"), (LINE, NUMBER, None), **options) != []


def test_a_service_stays_where_what_belongs_to_it_is_left_out(scene: Scene) -> None:
    assert scene.run(PROGRAM.without("s1"), excludes=("n2",)) == []


def test_a_destroy_takes_everything_that_was_declared_and_nothing_else(scene: Scene) -> None:
    stands = copy.deepcopy(scene)
    del scene.stands[LINE]
    assert scene.run(PROGRAM, (FOREIGN, "week", ()), command="destroy") == []
    assert len(stands.run(PROGRAM, command="destroy")) == 2
