"""How what users type for inbound hours is normalised and judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from pulumi_livevox.declaring.judged import Judged
from pulumi_livevox.declaring.judging import validate
from pulumi_livevox.declaring.sentences import missing, shown, was
from pulumi_livevox.declaring.values import UNKNOWN, has_unknown
from pulumi_livevox.hours.days import A_DATE, date_typed, day_named
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.meaning import HIDDEN
from pulumi_livevox.hours.notices import new_past_dates
from pulumi_livevox.hours.spans import (
    SPANS,
    Span,
    format_spans,
    left_out,
    parse_spans,
    typed_text,
    wrong_with,
)
from pulumi_livevox.hours.zones import minutes_ahead, today
from pulumi_livevox.wire.fields import Id
from pulumi_livevox.wire.times import EASTERN


class _InboundHours(BaseModel):
    """The property of inbound hours that has no form of its own."""

    service: Id | None = None


def judge(typed: Mapping[str, Any], old: Mapping[str, Any] | None) -> Judged:
    """Judge what is typed; dates that are past already are told unless the state has them.

    `old` is the declaration in the state, None where it has none.
    A day's spans become one canonical text, sorted by time. Unknown values pass.
    """
    inputs, problems = validate(
        _InboundHours, {name: typed[name] for name in ("service",) if name in typed}
    )
    problems += missing(typed, ("service",))
    if isinstance(inputs.get("service"), int):
        inputs["service"] = str(inputs["service"])
    ahead, wrong = _judge_zone(typed.get("time_zone", EASTERN.key))
    problems += wrong
    if "time_zone" in typed:
        inputs["time_zone"] = typed["time_zone"]
    inputs |= {hidden: typed[hidden] for hidden in HIDDEN if hidden in typed}
    if "week" not in typed and "dates" not in typed:
        problems.append("neither week nor dates is declared; declare one of them, or both")
    for section, key_of in (("week", day_named), ("dates", _date)):
        if section in typed:
            inputs[section], wrong = _normalise_days(section, typed[section], key_of, ahead)
            problems += wrong
    return Judged(inputs, problems, _warnings(old or {}, inputs))


def _judge_zone(zone: Any) -> tuple[int | None, list[str]]:
    """Return how far a zone's clocks are ahead, None where that is not known, and what is wrong."""
    if zone is UNKNOWN:
        return None, []
    if not isinstance(zone, str):
        return None, [was("time_zone", zone, "the name of a time zone, such as America/Chicago")]
    try:
        return minutes_ahead(zone), []
    except ValueError as error:
        return None, [was("time_zone", zone, str(error))]


def _date(key: str) -> str:
    date = date_typed(key)
    if date is None:
        raise ValueError(A_DATE)
    return date.isoformat()


def _normalise_days(
    section: str, typed: Any, key_of: Callable[[str], str], ahead: int | None
) -> tuple[Any, list[str]]:
    if typed is UNKNOWN:
        return typed, []
    if not isinstance(typed, Mapping):
        return typed, [was(section, typed, "a dict of days and their spans")]
    days: dict[str, Any] = {}
    problems: list[str] = []
    for key, spans in typed.items():
        try:
            day = key_of(key)
        except ValueError as error:
            problems.append(f"{section} had the key {shown(key)}; it may be {error}")
            continue
        if day in days:
            problems.append(f"{section}.{day} is declared twice; declare all its spans as one")
        days[day], wrong = _normalise_spans(section, day, spans, ahead)
        problems += wrong
    return days, problems


def _normalise_spans(
    section: str, day: str, typed: Any, ahead: int | None
) -> tuple[Any, list[str]]:
    """Return a day's canonical text, or the value as it came with what is wrong about it."""
    path = f"{section}.{day}"
    if has_unknown(typed):
        return UNKNOWN, []
    text = typed_text(typed)
    if text is None:
        return typed, [was(path, typed, SPANS)]
    if text.strip(", ").lower() in ("", "closed"):
        night = max(0, ahead or 0)
        closing = left_out(section, Span(night, night + 1))
        return typed, [was(path, typed, f"{SPANS}. {closing}")]
    try:
        spans = parse_spans(text)
    except ValueError:
        return typed, [was(path, typed, SPANS)]
    wrong = wrong_with(day, spans, ahead)
    return format_spans(spans), [was(path, typed, wrong[1], why=wrong[0])] if wrong else []


def _warnings(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    service = new.get("service", UNKNOWN)
    told = "inbound hours" if service is UNKNOWN else f"inbound hours of service {service}"
    hours, declared = DeclaredHours.from_inputs(old), DeclaredHours.from_inputs(new)
    return [f"{told}: {warning}" for warning in new_past_dates(hours, declared, today())]
