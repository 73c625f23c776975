"""Bad input: one clear sentence in the preview that names the resource, before any call."""

import pytest

from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

SUPPORT = 'support = livevox.Service("support", name="Support", template_id=53661)'


def preview(stack: Stack, *lines: str) -> str:
    """What the preview of a program with a mistake prints."""
    stack.program("\n".join(lines))
    output = stack.preview(fails=True).output
    assert "Traceback" not in output
    assert "File " not in output
    return output


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        (
            ['livevox.Service("support", name="", settings={"dialing_sort": "FAST"})'],
            [
                "Service resource 'support' has a problem: name was \"\"; it may be text that is",
                "'support' has a problem: settings.dialing_sort was \"FAST\"; it may be one of DEF",
                "'support' has a problem: neither template_id nor adopt_id is declared",
            ],
        ),
        (
            [SUPPORT, 'livevox.CallerId("main", service=support, phone_number="877340203")'],
            ["CallerId resource 'main' has a problem: phone_number was \"877340203\"; it may be"],
        ),
        (
            [
                SUPPORT,
                'livevox.InboundHours("hours", service=support, week={"WEEKDAY": "25:00-26:00"},',
                '                     dates={"2026-02-30": "09:00-10:00"})',
            ],
            [
                "InboundHours resource 'hours' has a problem: week.WEEKDAY was \"25:00-26:00\"",
                "'hours' has a problem: dates had the key \"2026-02-30\"; it may be a date that",
            ],
        ),
        (
            [
                'livevox.InboundHours("hours", service=53661, dates={"2099-12-25": "closed"},',
                '                     week={"Mondays": "09:00-12:00", "WEEKDAY": "21:00-02:00"})',
            ],
            [
                'week had the key "Mondays"; it may be MONDAY, as the API names days',
                '"21:00-24:00" on MONDAY to FRIDAY and "00:00-02:00" on TUESDAY to SATURDAY',
                "A date that is left out has its weekly hours: to close it, declare a minute at",
            ],
        ),
        *(
            (
                [
                    'sales = livevox.Service("sales", name="Sales", template_id=53661,',
                    f"                        call_direction={direction})",
                    'livevox.InboundHours("hours", service=sales, week={"SUNDAY": "09:00-10:00"})',
                ],
                [
                    "livevox.InboundHours 'hours' declares hours of livevox.Service 'sales', which "
                    "is declared OUTBOUND: only an INBOUND or BLENDED service has inbound hours"
                ],
            )
            for direction in ('"OUTBOUND"', 'pulumi.Output.from_input("OUTBOUND")')
        ),
        (
            [
                SUPPORT,
                'livevox.CallerId("a", service=support, phone_number="8773402031", default=True)',
                'livevox.CallerId("b", service=support, phone_number="8773402033", default=True)',
            ],
            ["livevox.CallerId 'a' and livevox.CallerId 'b' both want to be the default caller ID"],
        ),
        (
            [
                'livevox.CallerId("a", service=53701, phone_number="8773402031")',
                'livevox.CallerId("b", service="53701", phone_number="(877) 340-2031")',
            ],
            ["'a' and livevox.CallerId 'b' both declare the number 8773402031 for service 53701"],
        ),
        (
            [
                SUPPORT,
                'livevox.InboundHours("week", service=support, week={"SUNDAY": "09:00-10:00"})',
                'livevox.InboundHours("feasts", service=support, dates={})',
            ],
            ["'week' and livevox.InboundHours 'feasts' both declare the inbound hours of service"],
        ),
        (
            [
                'livevox.Service("other", name="Other", template_id=53661,',
                "                opts=pulumi.ResourceOptions(delete_before_replace=True))",
            ],
            ["delete_before_replace was True; it may not be set: a service is never replaced"],
        ),
        (
            [SUPPORT, 'livevox.Service("other", name="Support", template_id=53661)'],
            ["'support' and livevox.Service 'other' both declare a service of the name"],
        ),
        (
            ['livevox.Service("support", name=None, template_id=53661)'],
            ["livevox.Service 'support': name was None; it may be text that is not blank"],
        ),
        (
            ['livevox.Service("a", name=pulumi.Output.from_input(None), template_id=53661)'],
            ["'a' has a problem: name is not known: it was not declared, or the resource"],
        ),
    ],
)
def test_a_mistake_in_the_program_is_told_in_one_sentence(
    stack: Stack, sandbox: Sandbox, lines: list[str], sentences: list[str]
) -> None:
    output = preview(stack, *lines)
    for sentence in sentences:
        assert sentence in output
    assert sandbox.requests() == []


def test_a_mistake_in_the_configuration_is_told_in_one_sentence(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.run("config", "rm", "livevox:clientName")
    assert "livevox:clientName is not set" in (output := preview(stack, SUPPORT))
    assert "LIVEVOX_CLIENT_NAME" in output
    stack.config("livevox:clientName", "SANDBOX")

    stack.config("livevox:apiToken", "a-plain-token")
    assert "livevox:apiToken is plain configuration" in (output := preview(stack, SUPPORT))
    assert "pulumi config set --secret livevox:apiToken" in output
    assert "a-plain-token" not in output
    stack.config("livevox:apiToken", "sandbox-token", secret=True)

    stack.config("livevox:baseUrl", "http://api.livevox.com")
    assert "plain http is for loopback hosts" in preview(stack, SUPPORT)
    stack.run("config", "rm", "livevox:baseUrl")
    assert "neither livevox:environment (LIVEVOX_ENVIRONMENT) nor" in preview(stack, SUPPORT)
    assert sandbox.requests() == []


def test_an_unknown_day_and_message_are_warned_about_and_sent_on(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        support = livevox.Service("support", name="Support", template_id=53661,
                                  messaging={"NEW_TEMPLATE_ID": 5})
        livevox.InboundHours("hours", service=support, week={"HOLIDAY": "09:00-10:00"})
    """)
    warnings = " ".join(stack.preview().warnings)
    assert "week.HOLIDAY is none of the days known" in warnings
    assert "messaging.NEW_TEMPLATE_ID is none of the properties known" in warnings
    assert "NEW_TEMPLATE_ID" in stack.up(fails=True).output
    assert [r.query for r in sandbox.requests() if r.path.endswith("/messaging")] == [
        {"property": "NEW_TEMPLATE_ID", "value": "5"}
    ]


@pytest.mark.parametrize("spans", ["None", "pulumi.Output.from_input(None)"])
def test_a_day_whose_spans_are_none_is_refused_and_nothing_is_taken_away(
    stack: Stack, sandbox: Sandbox, spans: str
) -> None:
    week = f'livevox.InboundHours("hours", service=53661, week={{"WEEKDAY": {spans}}})'
    stack.program(week)
    before = sandbox.dump()
    assert "week.WEEKDAY was None; it may be spans" in stack.up(fails=True).output
    assert sandbox.dump() == before


def test_a_date_that_is_none_is_refused_with_what_leaving_it_out_means(stack: Stack) -> None:
    output = preview(stack, 'livevox.InboundHours("a", service=53661, dates={"2099-12-25": None})')
    assert "dates.2099-12-25 was None; it may be spans" in output
    assert "A date that is left out has its weekly hours" in output


def test_hours_declared_by_a_service_and_by_its_id_are_refused_before_they_fight(
    stack: Stack, sandbox: Sandbox
) -> None:
    lines = (SUPPORT, 'livevox.InboundHours("a", service=support, week={"SUNDAY": "09:00-10:00"})')
    stack.roll_out("\n".join(lines))
    twin = 'livevox.InboundHours("b", service=support.id, week={"MONDAY": "09:00-10:00"})'
    stack.program("\n".join((*lines, twin)))
    before = sandbox.dump()
    for run in (stack.preview(fails=True), stack.up(fails=True)):
        assert "both declare the inbound hours of" in run.output
    assert sandbox.dump() == before


def test_a_secret_phone_number_is_warned_about(stack: Stack) -> None:
    stack.program("""
        number = pulumi.Output.secret("8773402031")
        livevox.CallerId("main", service=53701, phone_number=number)
        livevox.CallerId("spare", service=53701, phone_number="8773402033")
    """)
    (warning,) = stack.preview().warnings
    assert "phone_number is secret, and the number stands in clear in the resource's id" in warning
