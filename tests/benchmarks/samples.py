"""Samples as a benchmark takes them."""

from dataclasses import replace
from typing import Any

from benchmarks.measuring import Sample

_SAMPLE = Sample(
    contender="ours",
    services=5,
    delay_ms=50,
    run="today",
    round=1,
    operation="create",
    seconds=1.0,
    requests=20,
    resources=25,
    provider_mb=70.0,
    state_bytes=5000,
)


def sample(contender: str = "ours", seconds: float = 1.0, **others: Any) -> Sample:
    return replace(_SAMPLE, contender=contender, seconds=seconds, **others)
