"""Every example request of the documentation is answered as documented.

In the order of the page, on one sandbox; the example of Update Phone is sent with the method that
the page names, its own line has a slip.
"""

import pytest

from tests.rig.examples import EXAMPLES, PHONE
from tests.sandbox.conftest import Caller

UPDATE_HOURS = EXAMPLES["Update Service Update Inbound Hours"]
READ = [each for each in EXAMPLES.values() if each.verb == "GET"]


def test_every_example_request_gets_its_documented_status(api: Caller) -> None:
    # The page removes these hours before it comes to updating them.
    for each in EXAMPLES.values():
        answer = api.send(each.verb, each.target, each.body)
        status = 404 if each is UPDATE_HOURS else each.status
        assert answer.status_code == status, (each.title, answer.text)
        assert not (status == 204 and answer.content), each.title
    for verb, path in (
        ("GET", "/123"),
        ("GET", "/123/settings"),
        ("DELETE", "/20575/inboundHours/29857"),
    ):
        assert api.send(verb, path).status_code == 404, (verb, path)


def test_the_example_of_updating_inbound_hours_is_taken(api: Caller) -> None:
    assert api.post(UPDATE_HOURS.target, UPDATE_HOURS.body).status_code == 204
    assert {"id": 29857, "dayOfWeek": "SATURDAY", **UPDATE_HOURS.body} in api.hours(20575)


@pytest.mark.parametrize("title", [each.title for each in READ])
def test_the_examples_are_read_as_they_are_shown(api: Caller, title: str) -> None:
    example = EXAMPLES[title]
    shown, target = example.document, example.target
    if example.document is PHONE:
        target = target.replace("20575", "17885")  # the page asks for 20575 and shows 17885
    if title == "Read Service Settings":
        # Name and call center as the list has them: the page has two of each.
        shown = shown | {"name": "Atlanta_FS_PrevAll_QC_VOIP (5)", "callCenterId": 433}
    assert api.read(target) == shown


def test_the_example_search_finds_what_the_page_shows(api: Caller) -> None:
    search = EXAMPLES["Find Matching Services"]
    assert api.post(search.target, search.body).json() == search.document


def test_updated_general_properties_of_the_example_are_read_back(api: Caller) -> None:
    update = EXAMPLES["Update Service General"]
    assert api.post(update.target, update.body).status_code == 204
    assert api.read("/53701") == {**update.body, "serviceId": 53701, "callCenterId": 429}
