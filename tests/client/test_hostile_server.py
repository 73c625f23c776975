"""Whatever a server answers, a call ends: with what the API's page promises, or one clear error."""

import copy
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pulumi_livevox.client import AnswerNotUnderstood, LiveVoxClient, LiveVoxError
from tests.client.calls import CALLS
from tests.rig.canned import QUICK, Api, answer
from tests.rig.examples import EXAMPLES, Example
from tests.rig.requests import SERVICES

LIMITS = replace(
    QUICK, max_retries=1, backoff_seconds=0.001, deadline_seconds=5, max_answer_bytes=10_000
)
LONGEST_MESSAGE = 1_000

ONE_PAGE = EXAMPLES.keys() - {"List Services"}
READS = sorted(title for title in ONE_PAGE if isinstance(EXAMPLES[title].document, dict))

hostile = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Whatever JSON can say, and a few things that it should not."""


def outcome(call: Callable[[LiveVoxClient], Any], client: LiveVoxClient) -> LiveVoxError | None:
    """The error that a call ended with in time; any but the client's own is the test's failure."""
    began = time.monotonic()
    try:
        result = call(client)
        if hasattr(result, "__next__"):
            list(result)
    except LiveVoxError as error:
        return error
    finally:
        assert time.monotonic() - began < LIMITS.deadline_seconds + 1
    return None


def assert_clear(error: LiveVoxError | None) -> None:
    if error is not None:
        message = str(error)
        assert "\n" not in message
        assert 0 < len(message) <= LONGEST_MESSAGE
        assert error.advice


@hostile
@given(
    title=st.sampled_from(sorted(ONE_PAGE)),
    status=st.sampled_from([200, 201, 202, 204, 302, 400, 403, 404, 409, 418, 500]),
    body=st.binary(max_size=200),
)
def test_any_bytes_end_as_a_result_or_a_clear_error(
    api: Api, title: str, status: int, body: bytes
) -> None:
    example = EXAMPLES[title]
    api.on(example.verb, example.path, answer(status, body=b"" if status == 204 else body))
    assert_clear(outcome(CALLS[title], api.client(LIMITS)))


@hostile
@given(title=st.sampled_from(READS), document=json_values)
def test_any_document_ends_as_a_result_or_a_clear_error(
    api: Api, title: str, document: Any
) -> None:
    example = EXAMPLES[title]
    api.on(example.verb, example.path, answer(example.status, document))
    assert_clear(outcome(CALLS[title], api.client(LIMITS)))


@hostile
@given(data=st.data(), title=st.sampled_from(READS))
def test_a_documented_answer_with_one_value_changed_is_read_or_named(
    api: Api, data: st.DataObject, title: str
) -> None:
    example = EXAMPLES[title]
    path = data.draw(st.sampled_from(_paths(example.document)))
    changed = _changed(example, path, data.draw(json_values))
    api.on(example.verb, example.path, answer(example.status, changed))

    error = outcome(CALLS[title], api.client(LIMITS))
    assert_clear(error)
    if isinstance(error, AnswerNotUnderstood):
        assert error.key.startswith(".".join(str(part) for part in path))


@hostile
@given(title=st.sampled_from(READS), key=st.text(min_size=1), value=json_values)
def test_a_key_that_nobody_knows_hinders_nothing(
    api: Api, title: str, key: str, value: Any
) -> None:
    example = EXAMPLES[title]
    document = {**example.document, f"new {key}": value}
    api.on(example.verb, example.path, answer(example.status, document))
    assert outcome(CALLS[title], api.client(LIMITS)) is None


@hostile
@given(link=st.text(max_size=30) | st.sampled_from(["?", "#", "//", "services?offset=0", "/"]))
def test_any_link_to_a_next_page_ends(api: Api, link: str) -> None:
    page = {"service": [{"serviceId": 1, "name": "x", "callCenterId": 433}], "next": link}
    api.on("GET", SERVICES, answer(200, page))
    error = outcome(lambda client: client.list_services(433), api.client(LIMITS))
    assert_clear(error)
    assert all(request.path.startswith(SERVICES) for request in api.requests)


def _paths(document: Any) -> list[tuple[str | int, ...]]:
    """Where a document has values: {"a": [{"b": 1}]} has them at a, at a.0 and at a.0.b."""
    if isinstance(document, dict):
        items: list[tuple[str | int, Any]] = list(document.items())
    elif isinstance(document, list):
        items = list(enumerate(document))
    else:
        return []
    below = [(key, *path) for key, value in items for path in ((), *_paths(value))]
    return [tuple(path) for path in below]


def _changed(example: Example, path: tuple[str | int, ...], value: Any) -> Any:
    document = copy.deepcopy(example.document)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return document
