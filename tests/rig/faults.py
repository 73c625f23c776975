"""What happens at a request: a fault of the network or the platform, or a SIGKILL."""

from dataclasses import dataclass, field
from typing import Any, Literal

Target = Literal["provider", "engine", "both"]

LATE_SECONDS = 3.0
"""A late answer comes so many seconds after the request; the client waits for one second."""

LAG_SECONDS = 3.0
LAG_SECONDS_AFTER_A_KILL = 5.0
"""Long enough that the next run, which takes a while to begin, meets it as well."""


@dataclass(frozen=True)
class Fault:
    """What happens at one request."""

    name: str
    strike: dict[str, Any]
    """The sandbox's description, without the request that it strikes."""

    beside: tuple[dict[str, Any], ...] = ()
    env: dict[str, str] = field(default_factory=dict)
    kill: Target | None = None
    loses_journal: bool = False
    settles: float = 0.0
    """Seconds from the strike until the platform has seen the end of it."""

    of_reads: bool = True
    """Whether it is another fault than its neighbours at a request that changes nothing."""

    of_creating: bool = False
    """Whether it is of services being made alone."""


def _lag(seconds: float) -> dict[str, Any]:
    return {"kind": "list-lags", "seconds": seconds, "lists": ["services"]}


def under_way(*, done: bool) -> dict[str, Any]:
    """Keeps a request under way for longer than any test takes; it is carried out first, or not."""
    return {"kind": "late", "seconds": 600.0, "carried_out": "start" if done else "end"}


def _faults() -> tuple[Fault, ...]:
    no_retry = {"LIVEVOX_MAX_RETRIES": "0"}
    impatient = {"LIVEVOX_TIMEOUT_SECONDS": "1"}
    faults = [
        Fault("answer-lost", {"kind": "answer-lost"}),
        Fault(
            "answer-lost, list-lags",
            {"kind": "answer-lost"},
            beside=(_lag(LAG_SECONDS),),
            of_creating=True,
        ),
        Fault("connection-cut", {"kind": "connection-cut"}),
        Fault("reset-in-body", {"kind": "reset-in-body"}),
        Fault("truncated-json", {"kind": "truncated-json"}),
    ]
    for kind in ("html-200", "html-502", "status-500", "status-503"):
        faults += [
            Fault(kind, {"kind": kind, "carried_out": False}),
            Fault(f"{kind}, done", {"kind": kind, "carried_out": True}, of_reads=False),
        ]
    faults += [
        Fault("status-202", {"kind": "status-202"}),
        Fault("rate-limited", {"kind": "rate-limited"}),
        Fault("rate-limited, seconds", {"kind": "rate-limited", "retry_after": 1}, of_reads=False),
        Fault(
            "rate-limited, date",
            {"kind": "rate-limited", "retry_after": 1, "as_date": True},
            of_reads=False,
        ),
        Fault(
            "late, done first",
            {"kind": "late", "seconds": LATE_SECONDS, "carried_out": "start"},
            env=impatient,
        ),
        Fault(
            "late, done last",
            {"kind": "late", "seconds": LATE_SECONDS, "carried_out": "end"},
            env=impatient,
            settles=LATE_SECONDS,
            of_reads=False,
        ),
        Fault("session-expired", {"kind": "session-expired"}),
        Fault("answer-lost, no retry", {"kind": "answer-lost"}, env=no_retry),
        Fault("connection-cut, no retry", {"kind": "connection-cut"}, env=no_retry),
    ]
    return tuple(faults)


def _kills() -> tuple[Fault, ...]:
    targets: tuple[Target, ...] = ("provider", "engine", "both")
    lag = _lag(LAG_SECONDS_AFTER_A_KILL)
    return tuple(
        Fault(
            f"kill {target}{when}{circumstance}",
            under_way(done=bool(when)),
            beside=(lag,) if "list-lags" in circumstance else (),
            kill=target,
            loses_journal="journal" in circumstance,
            of_reads=not when,
            of_creating=bool(circumstance),
        )
        for circumstance in ("", ", journal lost", ", list-lags")
        for target in targets
        for when in ("", ", done")
        if not circumstance or (target == "both" and (when or "journal" in circumstance))
    )


FAULTS = {fault.name: fault for fault in (*_faults(), *_kills())}
