"""The fewest requests there can be: each line of the table in docs/requests.md."""

import pytest

from tests.engine import live
from tests.engine.counting import assert_sent, most_at_once, one_after_another, spans
from tests.engine.harness import Sandbox, Stack
from tests.engine.programs import edited

LINE = """
import pulumi
import pulumi_livevox as livevox

support = livevox.Service(
    "support",
    name="Support Line",
    template_id=53661,
    abbreviation="SUP",
    phone={"operator_phone": "877-340-2041"},
    settings={"service_level_seconds": 30},
    messaging={"INBOUND_TEMPLATE_ID": 14206},
)
livevox.InboundHours(
    "support-hours",
    service=support,
    week={"WEEKDAY": "08:00-20:59", "SATURDAY": "09:00-12:00"},
    dates={"2099-12-25": "10:00-12:00"},
)
livevox.CallerId("main", service=support, phone_number="877-340-2031", default=True)
livevox.CallerId("spare", service=support, phone_number="877-340-2033")
"""

BY_ID = """
import pulumi_livevox as livevox

livevox.InboundHours("hours", service={id}, week={{"WEEKDAY": "08:00-20:59"}})
livevox.CallerId("main", service={id}, phone_number="877-340-2031")
livevox.CallerId("spare", service={id}, phone_number="877-340-2033")
"""

LOGIN = "POST session/login"
TEMPLATE = "GET 53661"
CALL_CENTER = "GET services?callCenter=433"
SECTIONS = ("phone", "settings", "messaging")


@pytest.fixture
def names(stack: Stack, sandbox: Sandbox) -> dict[int, str]:
    """Roll the line out, and forget how; its service by id."""
    stack.program(LINE)
    stack.up()
    sandbox.forget()
    return {live.names(sandbox)["Support Line"]: "support"}


@pytest.mark.usefixtures("names")
def test_a_preview_and_a_run_with_nothing_to_do_send_nothing(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.preview()
    stack.up()
    stack.program(edited(('"SUP"', '"HLP"'), ("08:00", "09:00"), program=LINE))
    stack.preview("--diff")
    assert_sent(sandbox, {}, [])


def test_creating_sends_one_request_for_each_thing_that_is_written(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program(LINE)
    stack.preview()
    stack.up()
    expected = [
        *(LOGIN, TEMPLATE, CALL_CENTER),
        "POST services?service=53661",
        "POST support/phone",
        "POST support/settings",
        "POST support/messaging?property=INBOUND_TEMPLATE_ID",
        "POST support",
        "POST support/phone/8773402031?default=true",
        "POST support/phone/8773402033",
        "GET support/inboundHours",
        "POST support/inboundHours/*",  # the template's entry of the weekdays
        "POST support/inboundHours",
        "POST support/inboundHours",
    ]
    assert_sent(sandbox, {live.names(sandbox)["Support Line"]: "support"}, expected)


def test_many_services_of_one_template_share_what_is_read_before(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        import pulumi_livevox as livevox
        for n in range(4):
            livevox.Service(f"line-{n}", name=f"Line {n}", template_id=53661)
    """)
    stack.up()
    names = {id: name.lower() for name, id in live.names(sandbox).items() if "Line " in name}
    copies = ["POST services?service=53661"] * 4
    commits = [f"POST line {n}" for n in range(4)]
    assert_sent(sandbox, names, [LOGIN, TEMPLATE, CALL_CENTER, *copies, *commits])


def test_caller_ids_that_are_not_inherited_cost_a_read_and_a_removal_each(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        import pulumi_livevox as livevox
        livevox.Service(
            "support", name="Support Line", template_id=53661, inherit_caller_ids=False
        )
    """)
    stack.up()
    expected = [
        *(LOGIN, TEMPLATE, CALL_CENTER),
        "POST services?service=53661",
        "GET support/phone",
        *(f"DELETE support/phone/404555011{digit}" for digit in (0, 1, 2)),
        "POST support",
    ]
    assert_sent(sandbox, {live.names(sandbox)["Support Line"]: "support"}, expected)


def test_children_of_a_service_that_the_stack_does_not_manage_read_it_once(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    stack.destroy()
    sandbox.forget()
    stack.program(BY_ID.format(id=53661))
    stack.up()
    expected = [
        LOGIN,
        "GET template",
        "POST template/phone/8773402031",
        "POST template/phone/8773402033",
        "GET template/inboundHours",
        "POST template/inboundHours/*",
    ]
    assert_sent(sandbox, {53661: "template"}, expected)


def test_adopting_compares_every_declared_section_and_writes_those_that_differ(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        import pulumi_livevox as livevox
        livevox.Service(
            "support",
            name="Support Line",
            adopt_id=53661,
            abbreviation="SUP",
            phone={"operator_phone": "877-340-2041"},
            settings={"service_level_seconds": 30},
        )
    """)
    stack.up()
    reads = ["GET support", "GET support/phone", "GET support/settings"]
    writes = ["POST support/phone", "POST support/settings", "POST support"]
    assert_sent(sandbox, {53661: "support"}, [LOGIN, CALL_CENTER, *reads, *writes])


def test_a_refresh_reads_general_and_every_declared_section_once(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    stack.refresh()
    sections = (f"GET support/{section}" for section in (*SECTIONS, "inboundHours"))
    assert_sent(sandbox, names, [LOGIN, "GET support", *sections])


def test_a_service_that_is_gone_costs_a_refresh_one_list(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    (support,) = names
    sandbox.api("DELETE", f"{live.SERVICES}/{support}")
    stack.refresh()
    requests = sandbox.requests()
    lists = [request for request in requests if request.path == live.SERVICES]
    assert len(lists) == 1
    reads = [request.call for request in requests if request not in lists]
    assert len(reads) == len(set(reads)), f"sent twice: {sorted(reads)}"


LINES = """
    import pulumi_livevox as livevox
    for number in range(8):
        livevox.Service(f"line-{number}", name=f"Line {number}", template_id=53661)
"""


@pytest.mark.parametrize("parallel", [2, 8])
def test_as_many_resources_are_read_at_once_as_the_engine_asks_for(
    stack: Stack, sandbox: Sandbox, parallel: int
) -> None:
    stack.program(LINES)
    stack.up()
    sandbox.stop()
    sandbox.start("--delay-ms", "400")
    stack.refresh("--parallel", str(parallel))
    assert most_at_once(spans(sandbox, "GET /configuration/services/11")) == parallel


HOURS = "GET support/inboundHours"
ENTRY = "support/inboundHours/*"
UPDATES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((('"SUP"', '"HLP"'),), ["POST support"]),
    ((("340-2041", "340-2049"),), ["POST support/phone"]),
    ((('seconds": 30', 'seconds": 40'),), ["POST support/settings"]),
    ((("14206", "14207"),), ["POST support/messaging?property=INBOUND_TEMPLATE_ID"]),
    ((("Support Line", "Help Line"),), [CALL_CENTER, "POST support"]),
    ((("08:00-20", "07:30-20"),), [HOURS, f"POST {ENTRY}"]),
    ((("SATURDAY", "SUNDAY"),), [HOURS, "POST support/inboundHours", f"DELETE {ENTRY}"]),
    (((', "SUNDAY": "09:00-12:00"', ""),), [HOURS, f"DELETE {ENTRY}"]),
    (
        (('2031", default=True)', '2031")'), ('2033")', '2033", default=True)')),
        ["POST support/phone"],
    ),
    (
        (("340-2031", "340-2035"),),
        ["POST support/phone/8773402035", "DELETE support/phone/8773402031"],
    ),
]


def test_an_update_writes_what_changed_and_reads_nothing_else(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    program = LINE
    for changes, expected in UPDATES:
        program = edited(*changes, program=program)
        stack.program(program)
        stack.up()
        assert_sent(sandbox, names, [LOGIN, *expected])


def test_destroying_deletes_each_service_and_none_of_its_children(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    stack.destroy()
    assert_sent(sandbox, names, [LOGIN, "DELETE support"])


def test_a_service_is_finished_in_three_round_trips_and_its_children_in_two_more(
    stack: Stack, sandbox: Sandbox
) -> None:
    sandbox.stop()
    sandbox.start("--delay-ms", "200")
    stack.program(LINE)
    stack.up()
    support = str(live.names(sandbox)["Support Line"])
    service = [f"/{support}/{section}?" for section in ("phone", "settings", "messaging")]
    general = f"POST {live.SERVICES}/{support}?"
    children = (f"/{support}/phone/", f"/{support}/inboundHours")
    copy = "service=53661"
    assert one_after_another(spans(sandbox, copy, *service, general)) == 3
    assert one_after_another(spans(sandbox, *children)) == 2
