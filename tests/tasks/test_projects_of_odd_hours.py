"""Exports of hours that a declaration would make something else of: left out with the reason."""

import datetime
from dataclasses import replace

from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.service.as_program import saved_program
from pulumi_livevox.tasks.exporting.text import Project, ProjectOptions, render
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.times import date_to_wire, time_to_wire
from tests.rig.seeded import seeded

INBOUND = 20575
SOON = today() + datetime.timedelta(days=30)
NEXT = SOON + datetime.timedelta(days=1)
FIVE_HOURS = 5 * 3_600_000


def entry(day: str, date: int | None = None) -> HoursEntry:
    """Nine to twelve on a day, with what the platform says for its date."""
    start, end = time_to_wire(540), time_to_wire(720)
    return HoursEntry(id=1, day_of_week=day, date=date, start_time=start, end_time=end)


def exported(*entries: HoursEntry) -> Project:
    return render([replace(seeded(INBOUND), hours=list(entries))], ProjectOptions("lines", "dev"))


def left_out(project: Project) -> dict[str, str]:
    """Reasons by path."""
    return {each.path: each.reason for each in project.left_out}


def test_a_week_is_left_out_where_an_entry_of_a_day_carries_a_date() -> None:
    project = exported(entry("MONDAY", date_to_wire(SOON)), entry("FRIDAY"))

    assert "InboundHours" not in project.files["__main__.py"]
    reason = f"the platform has it with a date ({SOON}), which no day can have"
    assert left_out(project) == {
        "week.MONDAY": reason,
        "week.FRIDAY": "week is declared whole or not at all, and MONDAY can't be declared",
    }
    assert '# - week.MONDAY is "09:00-12:00": the' in project.files["__main__.py"]


def test_an_entry_with_a_date_is_told_beside_another_of_its_day() -> None:
    project = exported(entry("MONDAY", date_to_wire(SOON)), entry("MONDAY"))

    assert "InboundHours" not in project.files["__main__.py"]


def test_dates_are_left_out_where_one_is_an_instant_of_another_zone() -> None:
    utc_midnight = date_to_wire(NEXT) - FIVE_HOURS

    project = exported(entry("FRIDAY"), entry("SPECIFIC_DATE", utc_midnight))

    text = project.files["__main__.py"]
    assert 'week={"FRIDAY": "09:00-12:00"}' in text
    assert "dates=" not in text
    assert "no midnight: it may mean another date" in left_out(project)[f"dates.{SOON}"]


def test_a_date_at_eastern_midnight_is_declared() -> None:
    project = exported(entry("SPECIFIC_DATE", date_to_wire(SOON)))

    assert f'dates={{"{SOON}": "09:00-12:00"}}' in project.files["__main__.py"]
    assert not project.left_out


def test_a_saved_service_leaves_them_out_too() -> None:
    odd = entry("MONDAY", date_to_wire(SOON)), entry("SPECIFIC_DATE", date_to_wire(NEXT) - 1000)

    text = saved_program(replace(seeded(INBOUND), hours=list(odd)), "main-line")

    assert "livevox.InboundHours(" not in text
    assert "# - week.MONDAY is" in text
    assert f"# - dates.{SOON} is" in text
