"""Inbound hours over their life: to the end of a day, in another zone, on dates that are past."""

from tests.rig import live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PAST = "2025-12-24"
LINE = """
late = livevox.Service("late", name="Late Line", template_id=53661, call_direction="INBOUND")
livevox.InboundHours("late-hours", service=late, {hours})
outward = livevox.Service("outward", name="Outward", template_id=53662, call_direction="OUTBOUND")
livevox.InboundHours("no-hours", service=outward, week={{}})
"""
PACIFIC = f'''week={{"WEEKDAY": "06:00-21:00"}}, time_zone="US/Pacific",
    dates={{"{PAST}": "09:00-12:00", "2099-12-25": "00:00-00:01"}}'''
EASTERN = f'''week={{"WEEKDAY": "09:00-24:00"}},
    dates={{"{PAST}": "12:00-15:00", "2099-12-25": "03:00-03:01"}}'''

UNCHANGED = dict.fromkeys(
    ("Service:late", "Service:outward", "InboundHours:late-hours", "InboundHours:no-hours"), "same"
)


def test_hours_to_the_end_of_a_day_written_in_another_zone_are_no_change(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program(LINE.format(hours=PACIFIC))
    told = f"inbound hours: dates.{PAST} is before today"
    assert told in stack.preview().output
    stack.up()
    late = live.names(sandbox)["Late Line"]
    hours = {"WEEKDAY": ["09:00-24:00"], "2099-12-25": ["03:00-03:01"]}
    assert live.hours(sandbox, late) == hours
    sandbox.forget()

    # The same times, and a date that is declared already.
    stack.program(LINE.format(hours=PACIFIC.replace("US/Pacific", "America/Los_Angeles")))
    assert (preview := stack.preview()).operations == UNCHANGED
    assert "is before today" not in preview.output
    assert stack.roll_out(LINE.format(hours=EASTERN)).operations == UNCHANGED
    assert sandbox.requests() == []
    again = stack.preview("--refresh")
    assert {name: does.rpartition("+")[2] for name, does in again.operations.items()} == UNCHANGED
    assert stack.refresh().operations == UNCHANGED
    assert stack.preview().operations == UNCHANGED

    # What a refresh shows of a later day can be declared as it is shown.
    path = f"{SERVICES}/{late}/inboundHours"
    (entry, *_) = live.section(sandbox, late, "inboundHours")["inboundHour"]
    sandbox.api("POST", f"{path}/{entry['id']}", {"startTime": 18000000})
    stack.refresh()
    stack.program(LINE.format(hours=EASTERN.replace("09:00-24:00", "00:00-24:00")))
    assert stack.preview().operations == UNCHANGED


def test_hours_that_change_are_said_in_words_and_secret_ones_are_not(
    stack: Stack, sandbox: Sandbox
) -> None:
    def of(week: str) -> str:
        return f"""
            late = livevox.Service("late", name="Late Line", template_id=53661)
            livevox.InboundHours("late-hours", service=late, week={week})
        """

    stack.roll_out(of('{"WEEKDAY": "07:00-20:59"}'))
    late = f"inbound hours of service {live.names(sandbox)['Late Line']}"
    stack.program(
        of('{"WEEKDAY": "07:00-20:59", "MONDAY": pulumi.Output.from_input("07:00-22:59")}')
    )
    assert f"warning: {late}: Monday: closes 22:59 instead of 20:59" in stack.preview().output

    secret = of('pulumi.Output.secret({"WEEKDAY": "07:00-19:31"})')
    stack.program(secret)
    preview = stack.preview()
    assert f"warning: {late}: what changes is secret" in preview.output
    assert "19:31" not in preview.output + stack.up().output
    assert stack.preview().operations == {"Service:late": "same", "InboundHours:late-hours": "same"}
