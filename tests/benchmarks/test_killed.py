"""The judge of a rollout that was killed on the way."""

from typing import Any

import pytest

from benchmarks.killed import name_problems, resources
from tests.rig.stack import Run

TEMPLATE = {"id": 1, "name": "Template"}
WHOLE = [TEMPLATE, {"id": 2, "name": "Line 0"}, {"id": 3, "name": "Line 1"}]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (WHOLE, []),
        ([*WHOLE, {"id": 4, "name": "Line 1"}], ["too many: Line 1"]),
        ([*WHOLE, {"id": 4, "name": "Pulumi unfinished x"}], ["too many: Pulumi unfinished x"]),
        (WHOLE[:2], ["not there: Line 1"]),
    ],
)
def test_every_service_is_there_once(after: list[Any], told: list[str]) -> None:
    assert name_problems([TEMPLATE], after, 2) == told


def steps(*operations: str) -> list[dict[str, Any]]:
    """What the engine tells of each resource of one service."""
    told = []
    for kind, name in (each.split(":") for each in resources(1)):
        urn = f"urn:pulumi:dev::call-center::pulumi-python:dynamic/livevox:{kind}::{name}"
        for operation in operations:
            metadata = {
                "op": operation,
                "type": f"pulumi-python:dynamic/livevox:{kind}",
                "urn": urn,
            }
            told.append({"resOutputsEvent": {"metadata": metadata}})
    return told


@pytest.mark.parametrize(
    ("preview", "told"),
    [
        (Run(0, "", steps("refresh", "same")), ""),
        (Run(0, "", steps("create")), "preview --refresh shows Service:line-0: create"),
        (
            Run(0, "~ Service [diff: ~settings]", steps("refresh", "same")),
            "preview --refresh shows a difference",
        ),
        (Run(0, "", []), "preview --refresh shows Service:line-0: not in the state"),
        (Run(255, "", []), "preview --refresh fails: "),
    ],
)
def test_a_preview_with_a_refresh_shows_nothing(preview: Run, told: str) -> None:
    problems = preview.differences(resources(1))
    assert told in problems if told else problems == []
