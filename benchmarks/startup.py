"""What start-up costs: imports, and the engine's questions that send nothing."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from timeit import timeit
from typing import Any
from unittest.mock import patch

from benchmarks.programs import line
from pulumi_livevox.engine.provider import Provider
from pulumi_livevox.resources.caller_id.provider import CallerIdProvider
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.provider import ServiceProvider

DEPENDENCIES = "pulumi, httpx, pydantic"
"""What the imports are compared with."""

IMPORTS = (
    DEPENDENCIES,
    "pulumi.dynamic",
    "pulumi_livevox",
    "pulumi_livevox.resources.service.lifecycle, pulumi_livevox.client.client",
    "pulumi_livevox.resources.service.lifecycle, pulumi_livevox.client.client, "
    "pulumi_livevox.client.sending.connections",
)
"""All that is needed; then what is loaded: by a program with dynamic resources, by one with ours,
by our provider's process, and by that when it makes a call."""


_URL = "http://127.0.0.1:1"  # nobody is there, and nothing is sent
_ACCOUNT = {
    "LIVEVOX_BASE_URL": _URL,
    "LIVEVOX_CLIENT_NAME": "client",
    "LIVEVOX_USERNAME": "user",
    "LIVEVOX_PASSWORD": "password",
    "LIVEVOX_API_TOKEN": "token",
}
_LOCATION = {"base_url": _URL, "client_id": 1, "call_center_id": 433}

_DECLARED: dict[str, tuple[Provider[Any], dict[str, Any]]] = {
    "Service": (
        ServiceProvider(),
        {
            "name": line.NAME,
            "template_id": line.TEMPLATE,
            "abbreviation": line.ABBREVIATION,
            "settings": {"service_level_seconds": 30, "call_recording_enabled": True},
            "messaging": {"INBOUND_TEMPLATE_ID": line.TEMPLATE_OF_MESSAGES},
            "__marker": "call-center/dev/line-0",
        },
    ),
    "CallerId": (CallerIdProvider(), {"service": "1", "phone_number": line.NUMBERS[0]}),
    "InboundHours": (InboundHoursProvider(), {"service": "1", "week": line.WEEK}),
}


@dataclass(frozen=True)
class Startup:
    """What was measured, one figure a round."""

    run: str
    """The conditions that it was measured under, in words."""

    imports: dict[str, list[float]]
    """Seconds that each import adds to a fresh interpreter."""

    questions: dict[str, dict[str, list[float]]]
    """Microseconds of each question about each resource, where everything is loaded."""


def measure(
    run: str, imports: Sequence[str] = IMPORTS, rounds: int = 10, calls_a_round: int = 1000
) -> Startup:
    """Measure imports, then questions; within both, each in turn."""
    return Startup(run, _imports(imports, rounds), _questions(rounds, calls_a_round))


def _imports(imports: Sequence[str], rounds: int) -> dict[str, list[float]]:
    statements = {each: f"import {each}" for each in imports}
    for statement in statements.values():
        _seconds_of(statement)  # compiles what is not compiled yet
    taken: dict[str, list[float]] = {each: [] for each in imports}
    for _ in range(rounds):
        empty = _seconds_of("pass")
        for each, statement in statements.items():
            taken[each].append(round(_seconds_of(statement) - empty, 6))
    return taken


def _seconds_of(statement: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - began


def _questions(rounds: int, calls_a_round: int) -> dict[str, dict[str, list[float]]]:
    """Ask about resources that stand as declared, as most do in most rollouts."""
    with tempfile.TemporaryDirectory(prefix="bench-") as journal:
        environment = {**_ACCOUNT, "LIVEVOX_JOURNAL": journal}
        with patch.dict(os.environ, environment, clear=True):
            asked = {name: _asked(*declared) for name, declared in _DECLARED.items()}
            taken = {name: {each: list[float]() for each in asked[name]} for name in asked}
            for _ in range(rounds):
                for name, questions in asked.items():
                    for each, ask in questions.items():
                        seconds = timeit(ask, number=calls_a_round) / calls_a_round
                        taken[name][each].append(round(seconds * 1e6, 2))
    return taken


def _asked(provider: Provider[Any], declared: dict[str, Any]) -> Mapping[str, Callable[[], object]]:
    """The questions about a resource. Each has been asked once: what it needs is loaded."""
    checked = provider.check({}, declared)
    assert not checked.failures, checked.failures[0].reason
    news = checked.inputs
    olds = {**news, "__location": _LOCATION}
    assert not provider.diff("1", olds, news).changes
    return {
        "check": partial(provider.check, olds, news),
        "diff": partial(provider.diff, "1", olds, news),
    }
