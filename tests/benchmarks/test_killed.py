"""The judge of a rollout that was killed on the way."""

from typing import Any

import pytest

from benchmarks.killed import name_problems, preview_problems
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


def step(operation: str) -> dict[str, Any]:
    metadata = {
        "op": operation,
        "type": "pulumi-python:dynamic/livevox:Service",
        "urn": "urn:pulumi:dev::call-center::pulumi-python:dynamic/livevox:Service::line-0",
    }
    return {"resOutputsEvent": {"metadata": metadata}}


@pytest.mark.parametrize(
    ("preview", "told"),
    [
        (Run(0, "", [step("refresh"), step("same")]), []),
        (Run(0, "", [step("create")]), ["preview --refresh shows Service:line-0: create"]),
        (
            Run(0, "~ Service [diff: ~settings]", [step("refresh"), step("same")]),
            ["preview --refresh shows a difference, or nothing"],
        ),
        (Run(0, "", []), ["preview --refresh shows a difference, or nothing"]),
        (Run(255, "", []), ["preview --refresh fails: "]),
    ],
)
def test_a_preview_with_a_refresh_shows_nothing(preview: Run, told: list[str]) -> None:
    assert preview_problems(preview) == told
