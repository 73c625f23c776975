"""Samples as a benchmark takes them."""

from benchmarks.measuring import Sample


def sample(
    contender: str = "ours",
    seconds: float = 1.0,
    *,
    round_number: int = 1,
    services: int = 5,
    delay_ms: int = 50,
    operation: str = "create",
    run: str = "today",
) -> Sample:
    return Sample(
        contender=contender,
        services=services,
        delay_ms=delay_ms,
        run=run,
        round=round_number,
        operation=operation,
        seconds=seconds,
        requests=20,
        resources=25,
        provider_mb=70.0,
        state_bytes=5000,
    )
