"""A service of which the API refuses to show a section: exported without it, which is told."""

import pytest

from pulumi_livevox.tasks.exporting.record import RECORD, ExportRecord
from tests.export.exporting import OF_433, Exports, path, refuse, said, serve
from tests.rig.canned import Api, answer

TWO = {5: "Main Line", 6: "Claims"}
MAIN = "__main__.py"
OPEN = {
    "inboundHour": [
        {"id": 1, "dayOfWeek": "WEEKDAY", "startTime": 46800000, "endTime": 64800000},
    ]
}
NUMBERS = {"serviceId": 5, "name": "Main Line", "callCenterId": 433, "callerId": ["8773402031"]}


@pytest.fixture
def served(api: Api) -> Api:
    """Two services, of which the main line has a number and hours."""
    serve(api, TWO)
    api.on("GET", path(5, "phone"), answer(200, NUMBERS))
    api.on("GET", path(5, "inboundHours"), answer(200, OPEN))
    return api


@pytest.mark.parametrize("status", [400, 403, 404])
@pytest.mark.parametrize(
    ("section", "told", "is_missing"),
    [
        ("inboundHours", "inbound hours", "InboundHours("),
        ("phone", "phone (with the caller IDs)", "CallerId("),
        ("settings", "settings", "settings="),
        ("messaging", "messaging", "messaging="),
    ],
)
def test_a_section_that_is_refused_is_left_out_alone_and_told(
    served: Api, exports: Exports, status: int, section: str, told: str, is_missing: str
) -> None:
    refuse(served, 5, section, status=status)
    exported = exports.run(OF_433, served.client())
    assert exported.services == 2
    assert not exported.remarks
    (left_out,) = exported.left_out
    call = f"GET /configuration/services/{{id}}/{section}"
    assert str(left_out) == f"{told} could not be read: {call} was answered {status}: Not for you."
    program = exports.text(MAIN)
    assert f"# - {told} could not be read:" in program
    assert is_missing not in program
    assert 'name="Main Line"' in program
    assert not exported.is_complete
    # It is told each time, and nothing is rewritten.
    again = exports.run(client=served.client())
    assert not again.is_complete
    assert not said(again)
    assert not again.plan.write
    assert again.taken_up == 0


def test_a_section_whose_answer_does_not_fit_is_left_out_alone(
    served: Api, exports: Exports
) -> None:
    served.on("GET", path(5, "settings"), answer(200, {"serviceId": "five"}))
    exported = exports.run(OF_433, served.client())
    assert exported.services == 2
    assert "settings could not be read: The answer to GET" in str(exported.left_out[0])
    assert "InboundHours(" in exports.text(MAIN)


def test_hours_that_could_not_be_read_are_never_declared_as_none(
    served: Api, exports: Exports
) -> None:
    served.on("GET", path(6, "inboundHours"), answer(200, OPEN))
    refuse(served, 5, "inboundHours")
    exports.run(OF_433, served.client(), template_id=6)
    assert "week" not in exports.text(MAIN).partition('name="Main Line"')[2].partition(")")[0]
    assert "week={}" not in exports.text(MAIN)


def test_what_stood_at_the_export_before_stays_and_the_rest_is_brought_up_to_date(
    served: Api, exports: Exports
) -> None:
    exports.run(OF_433, served.client())
    refuse(served, 5, "phone", "inboundHours", status=400)
    settings = {**NUMBERS, "callRecordingEnabled": True}
    served.on("GET", path(5, "settings"), answer(200, settings))
    for changes in (["Main Line: settings.call_recording_enabled (nothing) => true"], []):
        again = exports.run(client=served.client())
        assert said(again) == changes
        assert [each.partition(":")[0] for each in again.remarks] == ["Main Line (5)"] * 2
        assert "its phone could not be read, and is exported as it stood" in again.remarks[0]
        assert "8773402031" in exports.text(MAIN)
        assert "InboundHours(" in exports.text(MAIN)
        assert not again.is_complete


def test_a_section_that_can_be_read_again_is_declared(served: Api, exports: Exports) -> None:
    refuse(served, 5, "inboundHours")
    exports.run(OF_433, served.client())
    content = (exports.folder / RECORD).read_bytes()
    assert ExportRecord.from_bytes(content).to_text().encode() == content
    served.on("GET", path(5, "inboundHours"), answer(200, OPEN))
    again = exports.run(client=served.client())
    assert not said(again)
    assert again.is_complete
    assert "InboundHours(" in exports.text(MAIN)


def test_without_settings_what_is_refused_of_them_is_no_matter(
    served: Api, exports: Exports
) -> None:
    refuse(served, 5, "settings", "messaging")
    assert exports.run(OF_433, served.client(), settings=False).is_complete


def test_copies_of_a_template_that_could_not_be_read_whole_are_declared_in_full(
    served: Api, exports: Exports
) -> None:
    refuse(served, 6, "phone")
    exported = exports.run(OF_433, served.client(), template_id=6)
    assert "The template 6: its phone could not be read, and what" in exported.remarks[0]
    assert "8773402031" in exports.text(MAIN)
    assert "inherit_caller_ids" not in exports.text(MAIN)


def test_a_service_whose_general_section_is_refused_is_not_exported(
    served: Api, exports: Exports
) -> None:
    refuse(served, 5, "", status=400)
    exported = exports.run(OF_433, served.client())
    assert exported.services == 1
    assert "Main Line (5) could not be read, and is not exported: GET" in exported.remarks[0]
