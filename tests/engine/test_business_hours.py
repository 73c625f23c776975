"""Business hours on the real engine: one value for many lines, and what a rollout makes of it."""

import pytest

from tests.rig import live
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

NIGHT_LINES = """
night = livevox.BusinessHours(
    week={{"MON-FRI": "{opens}-02:00", "SAT,SUN": "closed"}},
    time_zone="America/Los_Angeles",
    holidays={{"2099-12-25": "Christmas Day"}},
    closed_as="03:59-04:00",
)
for name in ("North", "South"):
    line = livevox.Service(name, name=name, template_id=53661, call_direction="INBOUND")
    livevox.InboundHours(f"{{name}}-hours", service=line, hours=night)
"""
LINES = ("North", "South")

ON_A_DAY = """
import datetime
from pulumi_livevox.program import business_hours

business_hours.today = lambda: datetime.date.fromisoformat("{today}")
line = livevox.Service("line", name="Phoenix", template_id=53661, call_direction="INBOUND")
livevox.InboundHours(
    "hours",
    service=line,
    hours=livevox.BusinessHours(
        {{"MON-FRI": "08:00-17:00"}}, "America/Phoenix", dates={{"2099-07-03": "08:00-12:00"}}
    ),
)
"""


def test_one_value_is_laid_on_every_line_that_has_it(stack: Stack, sandbox: Sandbox) -> None:
    stack.roll_out(NIGHT_LINES.format(opens="18:00"))
    services = live.names(sandbox)
    for name in LINES:
        assert live.hours(sandbox, services[name]) == {
            # Friday's evening begins at 21:00 in the East and ends there on Saturday.
            "MONDAY": ["21:00-24:00"],
            "TUESDAY": ["00:00-05:00", "21:00-24:00"],
            "WEDNESDAY": ["00:00-05:00", "21:00-24:00"],
            "THURSDAY": ["00:00-05:00", "21:00-24:00"],
            "FRIDAY": ["00:00-05:00", "21:00-24:00"],
            "SATURDAY": ["00:00-05:00"],
            # Thursday's night ends on the holiday; Friday's would have ended on the day after.
            "2099-12-25": ["00:00-05:00"],
            "2099-12-26": ["03:59-04:00"],
        }
    assert set(stack.preview("--refresh").operations.values()) == {"refresh+same"}

    stack.program(NIGHT_LINES.format(opens="19:00"))
    changed = {name for name, does in stack.preview().operations.items() if does == "update"}
    assert changed == {f"InboundHours:{name}-hours" for name in LINES}
    sandbox.forget()
    assert stack.up().ok
    # Monday to Friday: the start of the evening alone.
    sent = [request for request in sandbox.requests() if not request.path.startswith("/session")]
    written = [request for request in sent if request.verb != "GET"]
    assert [request.verb for request in written] == ["POST"] * 10


def test_a_week_moves_with_the_clocks_on_the_day_that_the_preview_names(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program(ON_A_DAY.format(today="2099-02-02"))
    assert "the week is right until 2099-03-07: on 2099-03-08" in stack.preview().output
    stack.up()
    phoenix = live.names(sandbox)["Phoenix"]
    summer = {"2099-07-03": ["11:00-15:00"]}
    assert live.hours(sandbox, phoenix) == {"WEEKDAY": ["10:00-19:00"], **summer}

    stack.program(ON_A_DAY.format(today="2099-03-07"))
    assert set(stack.preview().operations.values()) == {"same"}
    stack.roll_out(ON_A_DAY.format(today="2099-03-08"))
    assert live.hours(sandbox, phoenix) == {"WEEKDAY": ["11:00-20:00"], **summer}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            'livevox.BusinessHours({"MON": "9:00-17:00"}, dates={"2099-01-05": "closed"})',
            "livevox.InboundHours 'hours': lines are closed on 2099-01-05",
        ),
        (
            'livevox.BusinessHours({"MODNAY": "9:00-17:00"})',
            '__main__.py:3: week had the key "MODNAY"; it may be MONDAY',
        ),
        ('"9 to 5"', 'hours was "9 to 5"; it may be a livevox.BusinessHours'),
    ],
    ids=["a date that can't be closed", "no day", "no hours"],
)
def test_wrong_hours_are_told_in_the_preview_in_a_sentence(
    stack: Stack, sandbox: Sandbox, value: str, told: str
) -> None:
    stack.program(f'livevox.InboundHours("hours", service=5607, hours={value})')
    preview = stack.preview(fails=True)
    assert told in preview.output
    assert "Traceback" not in preview.output
    assert sandbox.requests() == []
