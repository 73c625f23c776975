"""The judge of the campaign misses nothing: each of these has to be found."""

import copy
from collections.abc import Callable

import pytest

from pulumi_livevox.run.identity import PREFIX
from tests.campaign.judge import declared_service, platform_problems
from tests.campaign.program import PHASES, ROLLED_OUT
from tests.rig.live import Dump, Service, seeded

FOREIGN, SUPPORT, CALLBACKS = 20575, 1100001, 1100002
STANDING = frozenset(line.name for line in ROLLED_OUT)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Dump:
    return seeded(tmp_path_factory.mktemp("judging"))


@pytest.fixture
def after(before: Dump) -> Dump:
    """The platform after a rollout that is as it should be."""
    dump = copy.deepcopy(before)
    for key, line in zip((SUPPORT, CALLBACKS), ROLLED_OUT, strict=True):
        dump[key] = declared_service(line, before[line.template]) | {"id": key}
    dump[CALLBACKS]["general"]["inboundService"] = SUPPORT
    return dump


def problems(before: Dump, after: Dump) -> list[str]:
    return platform_problems(PHASES["create"], before, after, frozenset())


def test_what_is_as_declared_has_no_problem(before: Dump, after: Dump) -> None:
    assert problems(before, after) == []


def a_copy_named(name: str) -> Callable[[Dump], None]:
    def add(after: Dump) -> None:
        after[1100003] = copy.deepcopy(after[SUPPORT]) | {"id": 1100003, "name": name}

    return add


def changed(key: int, change: Callable[[Service], object]) -> Callable[[Dump], object]:
    return lambda after: change(after[key])


@pytest.mark.parametrize(
    ("happen", "told"),
    [
        (a_copy_named("Support Line"), '1 services too many: "Support Line" (1100001, 1100003)'),
        (a_copy_named(f"{PREFIX} support"), "1 unfinished copies"),
        (lambda after: after.pop(SUPPORT), 'no service "Support Line"'),
        (lambda after: after.pop(FOREIGN), "which is nobody's"),
        (changed(FOREIGN, lambda s: s["settings"].update(voiceId=7)), "which is nobody's"),
        (changed(SUPPORT, lambda s: s["settings"].update(voiceId=7)), "settings.voiceId is 7"),
        (changed(SUPPORT, lambda s: s["general"].update(abbreviation="TIN")), "abbreviation"),
        (changed(SUPPORT, lambda s: s["phone"].update(defaultCallerId=None)), "defaultCallerId"),
        (changed(SUPPORT, lambda s: s["phone"]["callerId"].pop()), "phone.callerId"),
        (changed(SUPPORT, lambda s: s["messaging"]["property"].pop()), "messaging.template_id"),
        (changed(CALLBACKS, lambda s: s["general"].update(inboundService=6545)), "inboundService"),
        (
            changed(SUPPORT, lambda s: s["inboundHours"].append(s["inboundHours"][0])),
            "inboundHours",
        ),
    ],
)
def test_what_is_not_as_declared_is_told(
    before: Dump, after: Dump, happen: Callable[[Dump], object], told: str
) -> None:
    happen(after)
    assert any(told in problem for problem in problems(before, after)), problems(before, after)


def test_a_service_made_anew_is_told(after: Dump) -> None:
    made_anew = copy.deepcopy(after)
    made_anew[1100003] = made_anew.pop(SUPPORT) | {"id": 1100003}
    made_anew[CALLBACKS]["general"]["inboundService"] = 1100003
    (problem,) = platform_problems(PHASES["refresh"], after, made_anew, STANDING)
    assert "other ids than before" in problem


def test_nothing_may_be_left_of_a_destroyed_program(before: Dump, after: Dump) -> None:
    assert platform_problems(PHASES["destroy"], after, before, STANDING) == []
    left = copy.deepcopy(before) | {SUPPORT: after[SUPPORT]}
    (problem,) = platform_problems(PHASES["destroy"], after, left, STANDING)
    assert "too many" in problem
