"""The hours of stacks and of their previews, as lines of a picture."""

import datetime
import json
from typing import Any

import pytest

from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.meaning import MEANING, Meaning
from pulumi_livevox.hours.pictures.picture import Line
from pulumi_livevox.hours.pictures.schedules import schedules
from pulumi_livevox.hours.spans import format_spans
from pulumi_livevox.hours.timetable import Doubt
from pulumi_livevox.hours.words import describe
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.hours import Gathered
from pulumi_livevox.tasks.picturing.declared import declared_lines, next_rollout
from pulumi_livevox.tasks.stacks.steps import Step, read_state, read_steps

TODAY = datetime.date(2026, 11, 25)
OURS = "pulumi-python:dynamic/livevox:"
STACK = "urn:pulumi:dev::shop::"
LINE = f"{STACK}{OURS}Service::support"
HOURS = f"{STACK}{OURS}Service${OURS}InboundHours::support-hours"
SECRET = {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "x"}


def service(name: Any = "Help Line", call_center: int = 433) -> dict[str, Any]:
    """A service as states and previews have it."""
    return {
        "urn": LINE,
        "type": f"{OURS}Service",
        "custom": True,
        "id": "1100001",
        "inputs": {"name": name},
        "outputs": {"__location": {"call_center_id": float(call_center)}},
    }


def hours(week: dict[str, str] | None = None, **inputs: Any) -> dict[str, Any]:
    """Hours of that service, likewise."""
    declared = {"service": "1100001", "week": week or {"WEEKDAY": "07:00-15:00"}, **inputs}
    return {
        "urn": HOURS,
        "type": f"{OURS}InboundHours",
        "custom": True,
        "id": "1100001",
        "parent": LINE,
        "inputs": declared,
    }


def state(*resources: dict[str, Any]) -> list[Step]:
    return read_state(json.dumps({"version": 3, "deployment": {"resources": resources}}))


def step(
    does: str, old: dict[str, Any] | None = None, new: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A step of a preview, which has what is new without id and outputs."""
    declared = {key: value for key, value in (new or {}).items() if key not in ("id", "outputs")}
    return {
        "op": does,
        "urn": (old or new or {})["urn"],
        **({"oldState": old} if old else {}),
        **({"newState": declared} if new else {}),
    }


def preview(*steps: dict[str, Any]) -> list[Line]:
    return declared_lines(read_steps(json.dumps({"steps": steps})), TODAY)


def monday(line: Line) -> tuple[str | None, str | None]:
    """What a Monday has before and after."""
    both = (line.before, line.hours)
    was, becomes = (None if each is None else format_spans(each.week["MONDAY"]) for each in both)
    return was, becomes


def test_hours_of_a_state_have_the_name_and_the_call_center_of_their_service() -> None:
    (line,) = declared_lines(state(service(), hours()), TODAY)
    assert (line.name, line.label, line.group) == ("Help Line", "support-hours", "call center 433")
    assert (monday(line), line.time_zone) == ((None, "07:00-15:00"), "America/New_York")


def test_a_service_without_hours_is_a_line_that_says_so() -> None:
    (line,) = declared_lines(state(service()), TODAY)
    assert (line.name, line.label, line.hours) == ("Help Line", "support", None)
    assert line.without == "has no InboundHours in the stack"


def test_where_the_name_is_secret_the_resources_is_shown() -> None:
    (line,) = declared_lines(state(service(SECRET), hours()), TODAY)
    assert line.name == "support-hours"


def test_hours_of_a_service_elsewhere_say_which_it_is() -> None:
    (line,) = declared_lines(state(hours(service="20575")), TODAY)
    assert (line.name, line.label) == ("support-hours", "service 20575")


def test_hours_of_a_service_that_a_preview_does_not_know_have_their_own_name() -> None:
    (line,) = preview(step("create", new=hours(service="04da6b54-80e4-46f7-96ec-b56ff0331ba9")))
    assert (line.name, line.label) == ("support-hours", "support-hours, created")


def test_what_waits_for_its_deletion_is_no_line() -> None:
    assert declared_lines(state(hours() | {"delete": True}), TODAY) == []


def test_hours_are_read_in_the_zone_in_which_they_are_declared() -> None:
    (line,) = declared_lines(state(hours(time_zone="America/Chicago")), TODAY)
    assert (line.time_zone, monday(line)) == ("America/Chicago", (None, "08:00-16:00"))


def test_business_hours_have_their_zone_and_the_names_of_their_holidays() -> None:
    christmas = datetime.date(2026, 12, 25)
    meaning = Meaning("Asia/Manila", {christmas: "Christmas Day"}).to_inputs()
    (line,) = declared_lines(state(hours(**{MEANING: meaning})), TODAY)
    assert line.time_zone == "Asia/Manila"
    assert line.hours is not None
    assert line.hours.names == {christmas: "Christmas Day"}


def test_a_zone_that_nobody_has_any_more_is_shown_as_eastern() -> None:
    (line,) = declared_lines(state(hours(time_zone="Moon/Far_Side")), TODAY)
    assert line.time_zone == "America/New_York"


def test_of_a_preview_what_changes_alone_has_a_before() -> None:
    later = hours({"WEEKDAY": "07:00-16:00"})
    (changed,) = preview(step("same", service(), service()), step("update", hours(), later))
    assert monday(changed) == ("07:00-15:00", "07:00-16:00")
    (same,) = preview(step("same", service(), service()), step("same", hours(), hours()))
    assert monday(same) == (None, "07:00-15:00")


def test_dates_that_are_past_are_no_change() -> None:
    old = hours(dates={"2026-01-01": "00:00-00:01", "2026-12-25": "00:00-00:01"})
    new = hours(dates={"2026-12-25": "00:00-00:01"})
    (line,) = preview(step("update", old, new))
    assert line.before is None


def test_a_date_of_the_past_that_the_program_changes_is_no_change_beside_others() -> None:
    old = hours({"WEEKDAY": "07:00-15:00"}, dates={"2020-01-01": "09:00-10:00"})
    new = hours({"WEEKDAY": "07:00-16:00"}, dates={"2020-01-01": "09:00-12:00"})
    (line,) = preview(step("update", old, new))
    assert line.before is not None
    assert line.hours is not None
    assert describe(line.before, line.hours) == ["Monday to Friday: closes 16:00 instead of 15:00"]
    (gone,) = preview(step("same", service(), service()), step("delete", old))
    assert gone.before is not None
    assert gone.before.dates == {}


def test_a_holiday_that_is_called_something_else_is_no_change_of_hours() -> None:
    def named(name: str) -> dict[str, Any]:
        names = {datetime.date(2026, 12, 25): name}
        return hours(**{MEANING: Meaning("America/New_York", names).to_inputs()})

    (line,) = preview(step("update", named("Christmas"), named("Christmas Day")))
    assert line.before is None
    assert line.hours is not None
    assert line.hours.names == {datetime.date(2026, 12, 25): "Christmas Day"}


def test_other_entries_for_the_same_hours_are_no_change() -> None:
    days = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
    (line,) = preview(step("update", hours(), hours(dict.fromkeys(days, "07:00-15:00"))))
    assert line.before is None


def test_hours_that_are_called_something_else_in_the_program_are_one_line() -> None:
    renamed = hours() | {"urn": f"{HOURS}-2"}
    changed = hours({"WEEKDAY": "07:00-16:00"}) | {"urn": f"{HOURS}-2"}
    for new, was in ((renamed, None), (changed, "07:00-15:00")):
        (line,) = preview(
            step("same", service(), service()), step("create", new=new), step("delete", hours())
        )
        assert line.label == "support-hours-2, until now support-hours"
        assert monday(line)[0] == was


def test_hours_of_a_service_elsewhere_may_be_called_something_else_too() -> None:
    here = hours(service="20575") | {"parent": None}
    (line,) = preview(
        step("create", new=here | {"urn": f"{HOURS}-2"}),
        step("delete", here),
    )
    assert (line.label, line.before) == ("service 20575, until now support-hours", None)
    both = preview(
        step("create", new=hours(service="20576") | {"urn": f"{HOURS}-2", "parent": None}),
        step("delete", here),
    )
    assert [each.label for each in both] == ["service 20575, deleted", "service 20576, created"]


def test_what_other_resources_of_the_program_do_not_declare_goes_with_a_resource() -> None:
    old = hours(dates={"2026-12-24": "07:00-12:00"})
    (line,) = preview(
        step("same", service(), service()),
        step("create", new=hours() | {"urn": f"{HOURS}-2"}),
        step("delete", old),
    )
    assert line.before is not None
    assert line.hours is not None
    assert describe(line.before, line.hours) == [
        "2026-12-24: as every Thursday (07:00-15:00) instead of 07:00-12:00"
    ]


def test_a_section_that_is_declared_no_more_stays_as_it_is() -> None:
    old = hours(dates={"2026-12-24": "07:00-12:00"})
    (same,) = preview(step("update", old, hours()))
    assert same.before is None
    assert same.hours is not None
    assert [*same.hours.dates] == [datetime.date(2026, 12, 24)]
    dates = {"dates": {"2026-12-24": "07:00-12:00"}, "service": "1100001"}
    (line,) = preview(step("update", old, hours() | {"inputs": dates}))
    assert monday(line) == (None, "07:00-15:00")


def test_a_service_that_leaves_the_program_and_stays_keeps_its_hours() -> None:
    kept = service() | {"retainOnDelete": True}
    (line,) = preview(step("delete", old=kept), step("delete", old=hours() | {"deletedWith": LINE}))
    assert line.label == "support-hours, leaves the program and stays as it is"
    assert monday(line) == (None, "07:00-15:00")
    (bare,) = preview(step("delete", old=kept))
    assert bare.label == "support, leaves the program and stays as it is"


def test_hours_that_are_no_part_of_a_service_that_stays_are_deleted() -> None:
    deleted = step("delete", old=service()), step("delete", old=hours() | {"deletedWith": LINE})
    apart = step("delete", old=service() | {"retainOnDelete": True}), step("delete", old=hours())
    for steps in (deleted, apart):
        (line,) = preview(*steps)
        assert (line.label, monday(line)) == ("support-hours, deleted", ("07:00-15:00", None))
    (kept,) = preview(step("delete", old=hours() | {"retainOnDelete": True}))
    assert monday(kept) == (None, "07:00-15:00")


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Manila"])
def test_of_a_line_that_is_new_the_week_opens_and_its_dates_are_no_change(zone: str) -> None:
    laid = BusinessHours(
        {"MON-FRI": "09:00-17:00"},
        time_zone=zone,
        holidays={"2026-12-24": "Christmas Eve", "2026-12-25": "Christmas Day"},
        until="2027-01-31",
        closed_as="00:00-00:01",
    ).laid(TODAY)
    declared = DeclaredHours(laid.week, laid.dates, meaning=laid.meaning).to_inputs()
    new = hours() | {"inputs": {"service": "1100001", **declared}}
    lines = tuple(preview(step("create", new=service()), step("create", new=new)))
    gathered = Gathered("Stack dev", lines)

    (schedule,) = schedules(gathered.picture())
    assert list(schedule.words) == ["Monday to Friday: open 09:00-17:00 instead of closed"]
    (elsewhere,) = schedules(gathered.picture(zone="America/Los_Angeles"))
    assert elsewhere.words
    assert not [words for words in elsewhere.words if words[0].isdigit()]


def test_hours_that_are_created_were_closed_and_those_deleted_are_none() -> None:
    (created,) = preview(step("create", new=service()), step("create", new=hours()))
    assert (created.label, monday(created)) == ("support-hours, created", ("", "07:00-15:00"))
    (deleted,) = preview(step("delete", old=service()), step("delete", old=hours()))
    assert (deleted.label, monday(deleted)) == ("support-hours, deleted", ("07:00-15:00", None))
    assert deleted.without == "has no hours after the rollout"


def test_of_hours_that_come_to_a_service_that_stands_nobody_knows_what_was_there() -> None:
    here = (step("same", service(), service()), step("create", new=hours()))
    elsewhere = (step("create", new=hours(service="20575")),)
    for steps in (here, elsewhere):
        (line,) = preview(*steps)
        assert line.before is not None
        assert line.hours is not None
        assert not line.before.knows_week
        assert describe(line.before, line.hours)[0] == (
            "Monday to Friday: 07:00-15:00, whatever stands there"
        )


def test_hours_that_are_replaced_are_one_line() -> None:
    steps = [
        step(each, hours(), hours({"MONDAY": "10:00-11:00"}))
        for each in ("create-replacement", "replace", "delete-replaced")
    ]
    (line,) = preview(*steps)
    assert monday(line) == ("07:00-15:00", "10:00-11:00")


def test_what_a_preview_does_not_know_is_in_doubt() -> None:
    unknown = hours() | {"inputs": {"service": "7", "week": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}
    (line,) = preview(step("update", hours(), unknown))
    assert line.hours is not None
    assert line.hours.doubts == (Doubt(None, "the week can't be known yet"),)


def test_the_next_rollout_is_due_the_day_after_the_first_last_right_day() -> None:
    def meant(right_until: datetime.date | None) -> dict[str, Any]:
        return hours(**{MEANING: Meaning("Asia/Manila", {}, right_until).to_inputs()})

    march, november = datetime.date(2027, 3, 13), datetime.date(2027, 11, 6)
    due = next_rollout(state(meant(november), meant(march), meant(None), hours(), service()))
    assert due == datetime.date(2027, 3, 14)
    assert next_rollout(state(meant(None), hours())) is None


@pytest.mark.parametrize("document", ["", "[]", "{}", '{"deployment": {"resources": [1]}}'])
def test_a_state_of_another_shape_is_told(document: str) -> None:
    with pytest.raises(TaskError, match=r"can't be read: use a Pulumi CLI of 3\.259 or later"):
        read_state(document)


def test_a_state_without_resources_has_no_hours() -> None:
    assert read_state('{"version": 3, "deployment": {}}') == []
