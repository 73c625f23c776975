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
    """Whether it is only of services being made."""


def _lag(seconds: float) -> dict[str, Any]:
    return {"kind": "list-lags", "seconds": seconds, "lists": ["services"]}


def under_way(*, done: bool) -> dict[str, Any]:
    """Keeps a request under way for longer than any test takes; it is carried out first, or not."""
    return {"kind": "late", "seconds": 600.0, "carried_out": "start" if done else "end"}


def _fault(name: str, options: dict[str, Any] | None = None, **more: Any) -> Fault:
    """A fault whose name begins with the sandbox's kind."""
    return Fault(name, {"kind": name.partition(",")[0], **(options or {})}, **more)


def _faults() -> tuple[Fault, ...]:
    no_retry = {"LIVEVOX_MAX_RETRIES": "0"}
    impatient = {"LIVEVOX_TIMEOUT_SECONDS": "1"}
    first = {"seconds": LATE_SECONDS, "carried_out": "start"}
    last = {"seconds": LATE_SECONDS, "carried_out": "end"}
    dated = {"retry_after": 1, "as_date": True}
    statuses = [
        fault
        for kind in ("html-200", "html-502", "status-500", "status-503")
        for fault in (
            _fault(kind, {"carried_out": False}),
            _fault(f"{kind}, done", {"carried_out": True}, of_reads=False),
        )
    ]
    return (
        _fault("answer-lost"),
        _fault("answer-lost, list-lags", beside=(_lag(LAG_SECONDS),), of_creating=True),
        _fault("connection-cut"),
        _fault("reset-in-body"),
        _fault("truncated-json"),
        *statuses,
        _fault("status-202"),
        _fault("rate-limited"),
        _fault("rate-limited, seconds", {"retry_after": 1}, of_reads=False),
        _fault("rate-limited, date", dated, of_reads=False),
        _fault("late, done first", first, env=impatient),
        _fault("late, done last", last, env=impatient, settles=LATE_SECONDS, of_reads=False),
        _fault("session-expired"),
        _fault("answer-lost, no retry", env=no_retry),
        _fault("connection-cut, no retry", env=no_retry),
    )


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
