"""`pulumi-livevox show`: one service whole."""

import json
from typing import Any

import pytest

from tests.cli.command import Account, Ended, in_terminal, on_canned, run
from tests.rig.canned import SERVICE, Answering, Api, answer
from tests.rig.examples import PHONE, SETTINGS
from tests.rig.platform import Platform
from tests.rig.requests import SERVICES

_DAY = 86_400_000
_NO_SUCH_THING = answer(404, {"code": 404, "message": "No such thing"})


def test_a_service_is_shown_with_all_that_belongs_to_it(account: Account) -> None:
    shown = run(account, "show", "20575")
    assert (shown.code, shown.errors) == (0, "")
    assert shown.lines[0] == "Atlanta_FS_Inbound_8773402031 (6) (service 20575)"
    sections = [line for line in shown.lines[1:] if line and not line.startswith(" ")]
    assert sections == [
        *("General", "Phone", "Caller IDs", "Hours (Eastern)", "Settings", "Messaging"),
        *("Pacing", "Related"),
    ]
    pairs = [line.split() for line in shown.lines]
    assert ["call_direction", "INBOUND"] in pairs
    assert ["8773402033", "default"] in pairs
    assert ["8773402031"] in pairs
    assert ["INBOUND_TEMPLATE_ID", "14205"] in pairs
    assert ["call_recording_enabled", "true"] in pairs
    assert ["lcid_package_id", "none"] in pairs
    assert ["method", "LINES_AGENT"] in pairs


def test_hours_are_a_week_with_the_platforms_name_of_each_days_entry(account: Account) -> None:
    shown = run(account, "show", "20575")
    start = shown.lines.index("Hours (Eastern)") + 1
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert [line.split() for line in shown.lines[start : start + 8]] == [
        *([day, "07:00-20:59", "WEEKDAY"] for day in days),
        ["Saturday", "09:00-12:00", "SATURDAY"],
        ["Sunday", "no", "entry"],
        [],
    ]


def test_as_json_a_service_has_the_names_of_a_program(account: Account) -> None:
    shown = json.loads(run(account, "show", "1008352", "--json").output)
    assert (shown["id"], shown["name"], shown["call_center_id"]) == (
        *(1008352, "California_Inbound"),
        2829,
    )
    assert shown["phone"]["operator_phone"] == "4045550100"
    assert shown["caller_ids"] == [{"phone_number": "4045550100", "default": True, "on_list": True}]
    assert shown["settings"]["service_level_seconds"] == 20
    assert shown["messaging"] == {"INBOUND_TEMPLATE_ID": "14205", "default_input_filter_id": 21572}
    assert shown["hours"] == {
        "week": {"WEEKDAY": "07:00-20:59", "WEEKEND": "08:00-20:59"},
        "dates": {},
        "past_dates": {"2020-01-31": "10:00-12:00"},
        "odd": [],
    }
    assert shown["pacing"] == {"method": "LINES_AGENT", "throttle": 10}
    assert shown["related"]["call_center_id"] == 2829
    assert shown["unread"] == {}


def test_a_service_of_a_call_center_goes_by_its_name(account: Account) -> None:
    by_name = run(account, "show", "California_HCI", "--call-center", "2829")
    assert by_name.lines[0] == "California_HCI (service 45108)"
    by_id = run(account, "show", "45108", "--call-center", "2829")
    assert by_id == by_name


def test_of_a_name_that_is_not_there_the_nearest_are_told(account: Account) -> None:
    shown = run(account, "show", "california inbound", "--call-center", "2829")
    assert (shown.code, shown.output) == (1, "")
    assert shown.errors.startswith(
        "none of the 3 services of call center 2829 that this user sees is named "
        '"california inbound"; the nearest names are "California_Inbound" (1008352), '
    )


def test_of_a_name_that_stands_twice_the_ids_are_told(api: Api) -> None:
    services = [{"serviceId": at, "name": "Twin", "callCenterId": 433} for at in (7, 5)]
    api.on("GET", SERVICES, answer(200, {"service": services, "next": None}))
    shown = run(on_canned(api), "show", "Twin", "--call-center", "433")
    assert shown.code == 1
    assert shown.errors == (
        'call center 433 has 2 services named "Twin": say which by its id, 5 or 7\n'
    )


def test_of_a_name_in_a_call_center_that_shows_no_services_it_is_said_so(account: Account) -> None:
    shown = run(account, "show", "Twin", "--call-center", "434")
    assert (shown.code, shown.output) == (1, "")
    assert shown.errors.startswith('call center 434 has no service named "Twin": it has no')


def test_a_service_that_is_not_there_is_told_with_the_apis_words(account: Account) -> None:
    shown = run(account, "show", "123", "--json")
    assert (shown.code, shown.output) == (1, "")
    assert "404" in shown.errors
    assert len(shown.errors.splitlines()) == 1


def test_a_section_that_can_not_be_read_says_why_in_its_place(api: Api) -> None:
    _serve(api, pacing=_NO_SUCH_THING, settings=answer(403, {"message": "Not for Managers"}))
    shown = run(on_canned(api), "show", "5")
    assert shown.code == 3
    for heading, words in (("Settings", "Not for Managers"), ("Pacing", "No such thing")):
        below = shown.lines[shown.lines.index(heading) + 1]
        assert below.startswith("  can't be read: ")
        assert words in below
    assert "  8773402033  default" in shown.lines

    as_json = run(on_canned(api), "show", "5", "--json")
    told = json.loads(as_json.output)
    assert (as_json.code, told["settings"], told["pacing"]) == (3, None, None)
    assert sorted(told["unread"]) == ["pacing", "settings"]


def test_odd_hours_and_numbers_are_shown_as_they_are(api: Api) -> None:
    far_day = 4_102_462_800_000  # 2100-01-01
    _serve(
        api,
        _hours(
            ("WEEKDAY", None, 43200000, 93540000),
            ("MONDAY", None, 93540000, 43200000),
            ("HOLIDAY", None, 43200000, 104400000),
            ("SPECIFIC_DATE", far_day, 43200000, 43200500),
            ("SPECIFIC_DATE", None, 43200000, 93540000),
        ),
        phone=answer(200, PHONE | {"callerId": ["8886542232", "12"], "defaultCallerId": "911"}),
    )
    shown = run(on_canned(api), "show", "5")
    pairs = [line.split() for line in shown.lines]
    assert shown.code == 0
    assert ["Monday", "07:00-20:59", "WEEKDAY"] in pairs
    assert ["Monday", "20:59-07:00", "MONDAY"] in pairs
    assert ["HOLIDAY", "07:00-24:00", "HOLIDAY"] in pairs
    assert "  2100-01-01  07:00-43200500 ms" in shown.lines
    told = "  SPECIFIC_DATE 07:00-20:59 has no date that can be read (it was null)"
    assert told in shown.lines
    assert ["12"] in pairs
    assert "  911         default, and not on the list" in shown.lines


def test_sections_are_read_side_by_side(platform: Platform) -> None:
    platform.set_faults({"kind": "late", "seconds": 1, "path": f"{SERVICES}/20575/*"})
    shown = run(platform.environ, "show", "20575")
    assert shown.code == 0
    read = sorted(each.path.removeprefix(f"{SERVICES}/20575") for each in platform.requests())
    assert read == ["", *(f"/{name}" for name in ("inboundHours", "messaging", "pacing"))] + [
        f"/{name}" for name in ("phone", "related", "settings")
    ]


@pytest.mark.parametrize("columns", [80, 40])
def test_it_fits_the_terminal(account: Account, columns: int) -> None:
    shown = in_terminal(columns, account, "show", "20575")
    assert shown.code == 0
    assert max(map(len, shown.lines)) <= columns
    assert _joined(shown).count("Atlanta_FS_Inbound_8773402031(6)") >= 1
    assert "acd_scheduled_callback_preview_enabled" in _joined(shown) or columns == 40
    assert "…" not in shown.output


def _joined(shown: Ended) -> str:
    return "".join(shown.output.split())


def _serve(api: Api, hours: Answering | None = None, **sections: Answering) -> None:
    """Serve a service with some sections of its own, the others as the page's examples."""
    related = {"callCenter": {"id": 433}, "agent": [{"id": 1}], "campaign": None}
    usual: dict[str, Answering] = {
        "phone": answer(200, PHONE),
        "settings": answer(200, SETTINGS),
        "messaging": answer(200, {"property": [{"key": "template_id", "value": "7"}]}),
        "inboundHours": hours or _hours(),
        "pacing": answer(200, {"method": "LINES_AGENT", "throttle": 10}),
        "related": answer(200, related),
    }
    for name, answering in (usual | sections).items():
        api.on("GET", f"{SERVICE}/{name}", answering)


def _hours(*entries: tuple[str, Any, int, int]) -> Answering:
    keys = ("id", "dayOfWeek", "date", "startTime", "endTime")
    listed = [dict(zip(keys, (at, *each), strict=True)) for at, each in enumerate(entries, 1)]
    return answer(200, {"inboundHour": listed})
