"""The fewest requests there can be: each line of the table in docs/requests.md."""

import pytest

from tests.engine.counting import assert_sent, most_at_once, one_after_another, spans
from tests.rig import live
from tests.rig.call_center import LINE, edited
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

BY_ID = """
livevox.InboundHours("hours", service=53661, week={"WEEKDAY": "08:00-20:59"})
livevox.CallerId("main", service=53661, phone_number="877-340-2031")
livevox.CallerId("spare", service=53661, phone_number="877-340-2033")
"""

LOGIN = "POST session/login"
TEMPLATE = "GET 53661"
CALL_CENTER = "GET services?callCenter=433"
SECTIONS = ("phone", "settings", "messaging")
READS = ["GET support", *(f"GET support/{section}" for section in SECTIONS)]
HOURS = "GET support/inboundHours"


@pytest.fixture
def names(stack: Stack, sandbox: Sandbox) -> dict[int, str]:
    """Roll the line out, and forget how; its service by id."""
    stack.roll_out(LINE)
    sandbox.forget()
    return {live.names(sandbox)["Support Line"]: "support"}


@pytest.mark.usefixtures("names")
def test_a_preview_and_a_run_with_nothing_to_write_send_nothing(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.preview()
    stack.up()
    stack.program(edited(('"SUP"', '"HLP"'), ("07:00", "09:00"), program=LINE))
    stack.preview("--diff")
    less = ('abbreviation="SUP",', ""), ('dates={"2099-12-25": "10:00-12:00"},', "")
    stack.roll_out(edited(*less, (", default=True", ""), program=LINE))
    assert_sent(sandbox, {}, [])


def test_creating_sends_one_request_for_each_thing_that_is_written(
    stack: Stack, sandbox: Sandbox
) -> None:
    # Its entry of the weekdays is as declared; one of these is not, and one is too many.
    for day in ("SATURDAY", "SUNDAY"):
        entry = {"dayOfWeek": day, "startTime": 43_200_000, "endTime": 61_200_000}
        sandbox.api("POST", f"{SERVICES}/53661/inboundHours", entry)
    stack.program(LINE)
    stack.preview()
    stack.up()
    expected = [
        *(LOGIN, TEMPLATE, CALL_CENTER),
        "POST services?service=53661",
        "POST support/phone",
        "POST support/settings",
        "POST support/messaging?property=INBOUND_TEMPLATE_ID",
        "POST support/messaging?property=TEMPLATE_ID",
        "POST support",
        "POST support/phone/8773402031?default=true",
        "POST support/phone/8773402033",
        "GET support/inboundHours",
        "POST support/inboundHours/*",  # Saturday
        "POST support/inboundHours",  # the holiday
        "DELETE support/inboundHours/*",  # Sunday
    ]
    assert_sent(sandbox, {live.names(sandbox)["Support Line"]: "support"}, expected)


def test_what_services_need_to_know_is_read_once_for_each_template_and_call_center(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out("""
        for number, template in enumerate([53661, 53661, 53661, 53662, 53662, 40790, 40790]):
            livevox.Service(f"line-{number}", name=f"Line {number}", template_id=template)
    """)
    services = sandbox.dump()["services"]
    names = {each["id"]: each["name"] for each in services if each["name"].startswith("Line")}
    expected = [
        LOGIN,
        *("GET 53661", "GET 53662", "GET 40790"),
        *("GET services?callCenter=433", "GET services?callCenter=2829"),
        *["POST services?service=53661"] * 3,
        *["POST services?service=53662"] * 2,
        *["POST services?service=40790"] * 2,
        *(f"POST Line {number}" for number in range(7)),
    ]
    assert_sent(sandbox, names, expected)


def test_caller_ids_that_are_not_inherited_cost_a_read_and_a_removal_each(
    stack: Stack, sandbox: Sandbox
) -> None:
    line = 'livevox.Service("support", name="Support Line", template_id=53661, '
    stack.roll_out(f"{line}inherit_caller_ids=False)")
    expected = [
        *(LOGIN, TEMPLATE, CALL_CENTER),
        "POST services?service=53661",
        "GET support/phone",
        *(f"DELETE support/phone/404555011{digit}" for digit in (0, 1, 2)),
        "POST support",
    ]
    assert_sent(sandbox, {live.names(sandbox)["Support Line"]: "support"}, expected)


def test_children_of_a_service_that_the_stack_does_not_manage_read_it_once(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(BY_ID)
    sent = [str(each) for each in sandbox.requests()]
    written = [each for each in sent if each.startswith("POST /configuration")]
    numbers = (f"/phone/{number}" for number in ("8773402031", "8773402033"))
    assert sorted(each.partition("53661")[2][:17] for each in written) == [
        "/inboundHours/298",
        *numbers,
    ]
    # A read is shared until a write to the service, and these are made side by side.
    reads = {each.partition("53661")[2] for each in sent if each.startswith("GET")}
    assert reads == {"", "/phone", "/settings", "/messaging", "/inboundHours"}
    assert len(sent) - len(written) <= 1 + 2 * len(reads)
    sandbox.forget()


def test_adopting_compares_every_declared_section_and_writes_those_that_differ(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out("""
        livevox.Service(
            "support",
            name="Template Inbound",
            adopt_id=53661,
            abbreviation="SUP",
            phone={"operator_phone": "877-340-2041"},
            settings={"service_level_seconds": 30},
            messaging={"INBOUND_TEMPLATE_ID": 14205},  # which it has
        )
    """)
    writes = ["POST support/phone", "POST support/settings", "POST support"]
    assert_sent(sandbox, {53661: "support"}, [LOGIN, CALL_CENTER, *READS, HOURS, *writes])


def test_a_takeover_of_what_is_as_declared_costs_five_reads_in_a_preview_and_in_an_update(
    stack: Stack, sandbox: Sandbox
) -> None:
    numbers, default = live.caller_ids(sandbox, 53661)
    stack.program(f"""
        support = livevox.Service(
            "support",
            name="Template Inbound",
            adopt_id=53661,
            settings={{"service_level_seconds": 20}},
            messaging={{"INBOUND_TEMPLATE_ID": 14205}},
        )
        livevox.InboundHours("hours", service=support, week={{"WEEKDAY": "07:00-20:59"}})
        for number in {numbers}:
            is_default = number == "{default}"
            livevox.CallerId(number, service=support, phone_number=number, default=is_default)
    """)
    sandbox.forget()
    stack.preview()
    assert_sent(sandbox, {53661: "support"}, [LOGIN, *READS, HOURS])
    stack.up()
    assert_sent(sandbox, {53661: "support"}, [LOGIN, CALL_CENTER, *READS, HOURS])


def test_a_refresh_reads_general_and_every_declared_section_once(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    stack.refresh()
    assert_sent(sandbox, names, [LOGIN, *READS, HOURS])


def test_a_service_that_is_gone_costs_a_refresh_one_list(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    sandbox.api("DELETE", f"{SERVICES}/{next(iter(names))}")
    stack.refresh()
    assert_sent(sandbox, names, [LOGIN, *READS, HOURS, CALL_CENTER])


LINES = """
    for number in range(8):
        livevox.Service(f"line-{number}", name=f"Line {number}", template_id=53661)
"""


@pytest.mark.parametrize("parallel", [2, 8])
def test_as_many_resources_are_read_at_once_as_the_engine_asks_for(
    stack: Stack, sandbox: Sandbox, parallel: int
) -> None:
    stack.roll_out(LINES)
    sandbox.slow_down(400)
    stack.refresh("--parallel", str(parallel))
    reads = most_at_once(spans(sandbox, "GET /configuration/services/11"))
    assert len(reads) == parallel, f"at once: {reads}"


ENTRY = "support/inboundHours/*"
UPDATES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((('"SUP"', '"HLP"'),), ["POST support"]),
    ((("340-2041", "340-2049"),), ["POST support/phone"]),
    ((('seconds": 30', 'seconds": 40'),), ["POST support/settings"]),
    ((("14206", "14207"),), ["POST support/messaging?property=INBOUND_TEMPLATE_ID"]),
    ((("Support Line", "Help Line"),), [CALL_CENTER, "POST support"]),
    ((("07:00-20", "07:30-20"),), [HOURS, f"POST {ENTRY}"]),
    ((("SATURDAY", "SUNDAY"),), [HOURS, "POST support/inboundHours", f"DELETE {ENTRY}"]),
    (((', "SUNDAY": "09:00-12:00"', ""),), [HOURS, f"DELETE {ENTRY}"]),
    (
        (('2031", default=True)', '2031")'), ('2033")', '2033", default=True)')),
        ["POST support/phone"],
    ),
    (
        (("340-2031", "340-2035"),),
        [
            "GET support/phone",
            "POST support/phone/8773402035",
            "DELETE support/phone/8773402031",
        ],
    ),
]


def test_an_update_writes_what_changed_and_reads_nothing_else(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    program = LINE
    for changes, expected in UPDATES:
        program = edited(*changes, program=program)
        stack.roll_out(program)
        assert_sent(sandbox, names, [LOGIN, *expected])


def test_after_an_update_that_broke_off_what_it_was_about_is_read_once(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    stack.program(edited(('seconds": 30', 'seconds": 40'), program=LINE))
    stack.killed_at("POST */settings", done=True)
    sandbox.forget()
    stack.roll_out(LINE)
    assert_sent(sandbox, names, [LOGIN, *READS, "POST support/settings"])


def test_destroying_deletes_each_service_and_none_of_its_children(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    assert stack.destroy().operations["Service:support"] == "delete"
    assert_sent(sandbox, names, [LOGIN, "DELETE support"])


def test_children_that_go_alone_cost_a_removal_each_and_hours_a_list(
    stack: Stack, sandbox: Sandbox, names: dict[int, str]
) -> None:
    removals = ["DELETE support/phone/8773402033", HOURS, *[f"DELETE {ENTRY}"] * 3]
    service, _ = LINE.split("livevox.InboundHours(")
    main = 'livevox.CallerId("main", service=support, phone_number="877-340-2031", default=True)'
    stack.roll_out(f"{service}{main}")
    assert_sent(sandbox, names, [LOGIN, *removals])


def test_children_of_a_service_that_the_stack_does_not_manage_are_destroyed_likewise(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(BY_ID)
    sandbox.forget()
    stack.destroy()
    numbers = (f"DELETE template/phone/{number}" for number in ("8773402031", "8773402033"))
    hours = ("GET template/inboundHours", "DELETE template/inboundHours/*")
    assert_sent(sandbox, {53661: "template"}, [LOGIN, *numbers, *hours])


@pytest.fixture
def slow_sandbox(sandbox: Sandbox) -> Sandbox:
    """One that answers slowly enough to tell what is sent side by side."""
    sandbox.slow_down(400)
    return sandbox


def test_a_service_is_finished_in_three_round_trips_and_its_children_in_two_more(
    stack: Stack, slow_sandbox: Sandbox
) -> None:
    holidays = '{f"2099-12-{day}": "10:00-12:00" for day in range(20, 31)}'
    stack.roll_out(edited(('{"2099-12-25": "10:00-12:00"}', holidays), program=LINE))
    support = str(live.names(slow_sandbox)["Support Line"])
    sections = [f"/{support}/{section}?" for section in SECTIONS]
    general = f"POST {SERVICES}/{support}?"
    service = one_after_another(spans(slow_sandbox, "service=53661", *sections, general))
    assert len(service) == 3, f"one after another: {service}"
    of_children = spans(slow_sandbox, f"/{support}/phone/", f"/{support}/inboundHours")
    children = one_after_another(of_children)
    assert len(children) == 2, f"one after another: {children}"


@pytest.mark.parametrize(("inherited", "round_trips"), [(1, 4), (3, 5)])
def test_caller_ids_that_are_not_inherited_take_a_round_trip_or_two_more(
    stack: Stack, slow_sandbox: Sandbox, inherited: int, round_trips: int
) -> None:
    phone = slow_sandbox.api("GET", f"{SERVICES}/53661/phone")
    others = [number for number in phone["callerId"] if number != phone["defaultCallerId"]]
    for number in others[inherited - 1 :]:
        slow_sandbox.api("DELETE", f"{SERVICES}/53661/phone/{number}")
    stack.program(edited(("template_id", "inherit_caller_ids=False, template_id"), program=LINE))
    stack.up("--target", "**livevox:Service::support")
    support = str(live.names(slow_sandbox)["Support Line"])
    service = one_after_another(spans(slow_sandbox, "service=53661", f"/{support}"))
    # The default number goes when the others have gone.
    assert len(service) == round_trips, f"one after another: {service}"


def test_hours_that_the_template_brought_and_are_not_to_stay_take_one_round_trip_more(
    stack: Stack, slow_sandbox: Sandbox
) -> None:
    entry = {"dayOfWeek": "SUNDAY", "startTime": 43_200_000, "endTime": 61_200_000}
    slow_sandbox.api("POST", f"{SERVICES}/53661/inboundHours", entry)
    stack.roll_out(LINE)
    support = str(live.names(slow_sandbox)["Support Line"])
    hours = one_after_another(spans(slow_sandbox, f"/{support}/inboundHours"))
    assert len(hours) == 3, f"one after another: {hours}"


def test_what_is_looked_up_is_read_once_by_a_program_in_previews_too(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        for again in range(2):
            template = livevox.get_service("Template Inbound", call_center_id=433)
            livevox.get_service(service_id=53661)
            livevox.get_services(433)
            livevox.get_service_list_info(433)
            livevox.find_services("INBOUND", ["AGENT_AT_READY_IN"], [433])
            for look_up in (
                livevox.get_related, livevox.get_pacing, livevox.get_inbound_hours,
                livevox.get_phone, livevox.get_settings, livevox.get_messaging,
            ):
                look_up(template.id)
            livevox.get_phone_output(service_id=pulumi.Output.from_input(53661))
    """)
    sections = ("related", "pacing", "inboundHours", "phone", "settings", "messaging")
    expected = [
        *(LOGIN, CALL_CENTER, TEMPLATE, "GET info?callCenter=433", "POST search?count=1000"),
        *(f"GET 53661/{section}" for section in sections),
    ]
    for command in (stack.preview, stack.up):
        command()
        assert_sent(sandbox, {}, expected)
