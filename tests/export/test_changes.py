"""What differs between two looks at a service, in words; and a service as a document and back."""

import json
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.entries import Entry, undated
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.changes import changed
from pulumi_livevox.tasks.exporting.record import Choices, ExportRecord, from_document, to_document
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings
from pulumi_livevox.wire.times import time_to_wire
from tests.rig.whole_services import call_centers_of, whole_services

HEAD = {"service_id": 5, "name": "Main Line", "call_center_id": 433}
LINE = WholeService(
    General.model_validate(HEAD),
    Phone.model_validate(HEAD | {"caller_id": ["8773402031", "8773402033"]}),
    Settings.model_validate(HEAD | {"leave_messages": True, "leave_no_messages": False}),
    Messaging.model_validate({"property": [{"key": "template_id", "value": "7125"}]}),
    (),
)


def lines(before: WholeService, after: WholeService) -> list[str]:
    return [line for change in changed([before], [after]) for line in change.lines()]


def opened(*days: tuple[str, int, int]) -> WholeService:
    """The line with hours: a day, and minutes since midnight."""
    entries = [
        HoursEntry(
            id=number, day_of_week=day, start_time=time_to_wire(start), end_time=time_to_wire(end)
        )
        for number, (day, start, end) in enumerate(days, 1)
    ]
    return replace(LINE, hours=entries)


def whole(service: WholeService) -> object:
    """All that may differ of a service; what is null and what is not shown are one."""
    sections = {
        section: {name: value for name, value in values.items() if value is not None}
        for section, values in service.properties().items()
    }
    numbers = set(service.phone.caller_id), service.phone.default_caller_id
    hours = Counter(map(Entry.of_live, service.hours)), Counter(undated(service.hours))
    return sections, numbers, hours


@settings(max_examples=25, deadline=None)
@given(whole_services())
def test_a_service_is_the_same_as_a_document_and_back(service: WholeService) -> None:
    again = from_document(to_document(service))
    assert again == service
    assert again.settings.model_fields_set == service.settings.model_fields_set


@settings(max_examples=25, deadline=None)
@given(whole_services())
def test_keys_that_are_not_known_are_in_the_document(service: WholeService) -> None:
    document = to_document(service)
    document["settings"]["newOfLate"] = {"a\ud800": [1, None, 10**30, "\udfff"]}
    again = from_document(json.loads(json.dumps(document)))
    assert to_document(again) == document


@settings(max_examples=25, deadline=None)
@given(call_centers_of(), st.booleans())
def test_a_record_is_the_same_as_text_and_back(services: list[WholeService], protect: bool) -> None:
    choices = Choices("live", "lines", protect=protect)
    record = ExportRecord({"livevox:username": "ü"}, choices, services, services[0])
    assert ExportRecord.from_bytes(record.to_text().encode()) == record


@settings(max_examples=25, deadline=None)
@given(whole_services())
def test_a_service_does_not_differ_from_itself(service: WholeService) -> None:
    assert not lines(service, service)


@settings(max_examples=25, deadline=None)
@given(whole_services(), whole_services())
def test_whatever_a_service_becomes_is_said_a_line_each(
    before: WholeService, after: WholeService
) -> None:
    said = lines(before, after)
    assert len(said) == len(set(said))
    assert bool(said) == (whole(before) != whole(after))


def test_hours_are_said_day_by_day_and_in_whatever_order_they_are_listed() -> None:
    morning, noon = ("SATURDAY", 540, 720), ("SATURDAY", 780, 900)
    assert not lines(opened(morning, noon), opened(noon, morning))
    assert lines(opened(("WEEKDAY", 420, 1259)), opened(morning, noon)) == [
        "Main Line: Monday to Friday: closed instead of 07:00-20:59",
        "Main Line: Saturday: open 09:00-12:00, 13:00-15:00 instead of closed",
    ]


def test_hours_of_a_date_that_is_none_are_said_too() -> None:
    assert lines(LINE, opened(("SPECIFIC_DATE", 540, 720))) == [
        'Main Line: dates (nothing) => "SPECIFIC_DATE 09:00-12:00 has no date that can be read '
        '(it was null)"'
    ]


def test_messages_are_said_by_the_names_of_programs_and_each_of_several_counts() -> None:
    def says(*entries: tuple[str, str]) -> WholeService:
        properties = [{"key": key, "value": value} for key, value in entries]
        return replace(LINE, messaging=Messaging.model_validate({"property": properties}))

    assert not lines(LINE, says(("TEMPLATE_ID", "7125")))
    assert lines(LINE, says(("template_id", "1"), ("Template_Id", "2"))) == [
        'Main Line: messaging.TEMPLATE_ID "7125" => ["1", "2"]'
    ]


def test_numbers_are_said_one_by_one_and_in_whatever_order_they_are_listed() -> None:
    def numbered(*numbers: str) -> WholeService:
        return replace(LINE, phone=Phone.model_validate(HEAD | {"caller_id": list(numbers)}))

    assert not lines(LINE, numbered("8773402033", "8773402031"))
    assert lines(LINE, numbered("8773402031", "8886542232")) == [
        'Main Line: phone_number "8773402033" => (nothing)',
        'Main Line: phone_number (nothing) => "8886542232"',
    ]


def test_a_setting_with_two_names_is_said_once() -> None:
    after = Settings.model_validate(HEAD | {"leave_messages": False, "leave_no_messages": True})
    assert lines(LINE, replace(LINE, settings=after)) == [
        "Main Line: settings.leave_no_messages false => true"
    ]


def test_of_two_services_of_one_name_the_id_is_said() -> None:
    twin = replace(LINE, general=General.model_validate(HEAD | {"service_id": 6}))
    (change,) = changed([LINE, twin], [LINE])
    assert change.lines() == ["Main Line (6): gone"]
