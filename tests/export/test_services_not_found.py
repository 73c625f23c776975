"""When a service counts as gone, and what becomes of one that is only not to be seen."""

import pytest

from pulumi_livevox.tasks.selection import Selection
from pulumi_livevox.tasks.stacks.stack_file import read_adopted
from pulumi_livevox.wire.enumerations import CallDirection
from tests.export.exporting import OF_433, SECTIONS, Exports, listing, refuse, said, serve
from tests.rig.canned import Api, answer
from tests.rig.requests import SERVICES

BOTH = {5: "Main Line", 6: "Claims"}
EVERYTHING = ("", *SECTIONS)


@pytest.fixture
def exported(api: Api, exports: Exports) -> Exports:
    """A folder that holds an export of two services."""
    serve(api, BOTH)
    exports.run(OF_433, api.client())
    return exports


def assert_stays(exports: Exports, api: Api) -> None:
    """The files are as before, and the service is named, run after run."""
    before = {each: exports.text(each) for each in ("__main__.py", "Pulumi.live.yaml")}
    for _ in range(2):
        again = exports.run(client=api.client())
        assert not said(again)
        assert {each: exports.text(each) for each in before} == before
        assert any("Main Line (5)" in each for each in again.remarks)
        assert not again.is_complete


@pytest.mark.parametrize("section", SECTIONS)
def test_a_404_of_one_section_does_not_make_a_living_service_gone(
    api: Api, exported: Exports, section: str
) -> None:
    refuse(api, 5, section)
    assert_stays(exported, api)


def test_a_404_of_all_sections_does_not_where_the_list_has_the_service(
    api: Api, exported: Exports
) -> None:
    refuse(api, 5, *EVERYTHING)
    assert_stays(exported, api)


def test_a_404_of_all_sections_does_not_where_the_list_tells_nothing(
    api: Api, exported: Exports
) -> None:
    refuse(api, 5, *EVERYTHING)
    api.on("GET", SERVICES, listing(BOTH), answer(200, {"service": []}), listing(BOTH))
    assert_stays(exported, api)
    api.on("GET", SERVICES, listing(BOTH), answer(400, {"code": 400, "message": "No"}))
    exported.run(client=api.client())
    assert "main-line" in read_adopted(exported.folder / "Pulumi.live.yaml")


def test_a_service_that_only_the_list_lacks_is_read_and_stays(api: Api, exported: Exports) -> None:
    api.on("GET", SERVICES, listing({6: "Claims"}))
    again = exported.run(client=api.client())
    assert again.services == 2
    assert again.is_complete


def test_a_service_that_is_neither_shown_nor_listed_is_gone(api: Api, exported: Exports) -> None:
    refuse(api, 5, *EVERYTHING)
    api.on("GET", SERVICES, listing({6: "Claims"}))
    again = exported.run(client=api.client())
    assert said(again) == ["Main Line: gone"]
    assert again.is_complete
    assert read_adopted(exported.folder / "Pulumi.live.yaml") == {"claims": 6}


def test_a_service_chosen_by_its_id_is_looked_for_in_the_list_too(
    api: Api, exports: Exports
) -> None:
    serve(api, BOTH)
    exports.run(Selection(service_ids=(5, 6)), api.client())
    refuse(api, 5, *EVERYTHING)
    assert_stays(exports, api)
    api.on("GET", SERVICES, listing({6: "Claims"}))
    assert said(exports.run(client=api.client())) == ["Main Line: gone"]


def test_a_first_export_tells_what_was_deleted_from_what_can_not_be_read(
    api: Api, exports: Exports
) -> None:
    serve(api, BOTH)
    refuse(api, 5, *EVERYTHING)
    (remark,) = exports.run(OF_433, api.client()).remarks
    assert remark.startswith("Main Line (5) could not be read, and is not exported: GET")
    assert "the list of call center 433 has it." in remark
    api.on("GET", SERVICES, listing(BOTH), listing({6: "Claims"}))
    (remark,) = exports.run(OF_433, api.client()).remarks
    assert remark == "Main Line (5) was deleted meanwhile, and is not exported."


def test_a_listed_service_of_which_the_direction_can_not_be_told_is_named(
    api: Api, exports: Exports
) -> None:
    serve(api, BOTH)
    head = {"serviceId": 6, "name": "Claims", "callCenterId": 433, "callDirection": "INBOUND"}
    api.on("GET", f"{SERVICES}/6", answer(200, head))
    api.on("POST", f"{SERVICES}/search", answer(200, {"service": []}))
    refuse(api, 5, "")
    inbound = Selection(call_center_ids=(433,), call_direction=CallDirection.INBOUND)
    exported = exports.run(inbound, api.client())
    assert exported.services == 1
    assert exported.remarks[0].startswith("Main Line (5) is listed, and the API answers 404 to")
    assert not exported.is_complete
