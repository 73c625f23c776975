"""Users' unit tests: `pulumi.runtime.set_mocks`, as Pulumi's documentation has them."""

import gc
import logging
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pulumi
import pytest

import pulumi_livevox as livevox
from tests.declaring.test_service_values import refusal


class Mocks(pulumi.runtime.Mocks):
    def __init__(self, id: str | None = None) -> None:
        self.id = id

    def new_resource(
        self, args: pulumi.runtime.MockResourceArgs
    ) -> tuple[str | None, dict[Any, Any]]:
        return self.id or f"{args.name}_id", args.inputs

    def call(self, args: pulumi.runtime.MockCallArgs) -> Any:
        return {}


@pytest.fixture(autouse=True)
def mocks() -> Iterator[None]:
    pulumi.runtime.set_mocks(Mocks())
    # The SDK does so for programs: outputs that fail are told by what awaits them.
    log, level = logging.getLogger("asyncio"), logging.getLogger("asyncio").level
    log.setLevel(logging.CRITICAL)
    yield
    gc.collect()
    log.setLevel(level)


def run(test: Callable[[], Any]) -> None:
    """Run a test as `@pulumi.runtime.test` does."""
    tested: Any = pulumi.runtime.test
    tested(test)()


def call_center() -> tuple[livevox.Service, livevox.CallerId, livevox.InboundHours]:
    """A program as a user keeps it in a module of its own."""
    service = livevox.Service(
        "help",
        name="Help Line",
        template_id="53661",
        phone={"operator_phone": "(877) 340-2031"},
        settings={"service_level_seconds": pulumi.Output.from_input("20")},
    )
    number = livevox.CallerId("main", service=service, phone_number="(877) 340-2031", default=True)
    hours = livevox.InboundHours(
        "hours",
        service=service,
        week={"weekday": "7:00-20:59"},
        dates=pulumi.Output.from_input({"2099-12-25": "9:00-10:00"}),
    )
    return service, number, hours


@pytest.mark.parametrize("time", ["first", "second"])
def test_outputs_are_those_of_the_engine_whenever_the_program_is_built(time: str) -> None:
    def built() -> pulumi.Output[None]:
        service, number, hours = call_center()

        def check(values: list[Any]) -> None:
            assert values == [
                53661,
                {"operator_phone": "8773402031"},
                {"service_level_seconds": 20},
                "8773402031",
                {"WEEKDAY": "07:00-20:59"},
                {"2099-12-25": "09:00-10:00"},
            ]

        return pulumi.Output.all(
            service.template_id,
            service.phone,
            service.settings,
            number.phone_number,
            hours.week,
            hours.dates,
        ).apply(check)

    run(built)
    # A second test with the same mocks, and one with mocks of its own.
    run(built)
    pulumi.runtime.set_mocks(Mocks())
    run(built)


@pytest.mark.parametrize(
    "settings",
    [{"nonsense": 1}, {"dialing_sort": "FAST"}, {"voice_id": True}],
    ids=["no such property", "no such value", "no number"],
)
def test_what_the_engine_refuses_is_refused_in_the_constructor_in_the_same_sentence(
    settings: dict[str, Any],
) -> None:
    with pytest.raises(pulumi.RunError) as refused:
        livevox.Service("help", name="Help Line", template_id=53661, settings=settings)
    assert str(refused.value) == f"livevox.Service 'help': {refusal(settings=settings)}"


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(pulumi.RunError) as refused:
        livevox.InboundHours("hours", service=0, week={"WEEKDAY": "8am-6pm"}, time_zone="Mars")
    told = str(refused.value).splitlines()
    assert len(told) == 3
    assert all(sentence.startswith("livevox.InboundHours 'hours': ") for sentence in told)


@pytest.mark.parametrize("spans", ["8am-6pm", None])
def test_an_output_is_judged_when_it_is_known(spans: str | None) -> None:
    def built() -> pulumi.Output[Any]:
        week: Any = pulumi.Output.from_input({"WEEKDAY": spans})
        return livevox.InboundHours("hours", service=53701, week=week).week

    with pytest.raises(pulumi.RunError, match=r"'hours': week\.WEEKDAY was"):
        run(built)


def test_a_number_that_turns_out_to_be_none_is_refused() -> None:
    def built() -> pulumi.Output[Any]:
        number: Any = pulumi.Output.from_input(None)
        return livevox.CallerId("main", service=53701, phone_number=number).phone_number

    with pytest.raises(pulumi.RunError, match="'main': phone_number is not known"):
        run(built)


def test_what_a_preview_does_not_know_yet_passes() -> None:
    pulumi.runtime.set_mocks(Mocks(), preview=True)
    run(lambda: call_center()[0].name)


def test_an_id_that_no_platform_gives_is_told_where_a_number_is_asked_for() -> None:
    def built() -> pulumi.Output[Any]:
        return call_center()[0].service_id

    with pytest.raises(pulumi.RunError, match='was "help_id"; it may be digits'):
        run(built)
    pulumi.runtime.set_mocks(Mocks("1100001"))
    run(built)


NO_SERVICE = "service was None; it may be a livevox.Service, or the id of a service"
PHONE_NUMBER = "8773402031"


@pytest.mark.parametrize(
    ("resource", "declared", "sentence"),
    [
        (livevox.Service, {"name": None}, "name was None; it may be text that is not blank"),
        (livevox.CallerId, {"service": None, "phone_number": PHONE_NUMBER}, NO_SERVICE),
        (
            livevox.CallerId,
            {"service": 53701, "phone_number": None},
            "phone_number was None; it may be ten digits, such as 8773402033",
        ),
        (livevox.InboundHours, {"service": None, "week": {}}, NO_SERVICE),
        (
            livevox.Service,
            {"name": "Help Line", "opts": {"protect": True}},
            "opts was a dict; it may be pulumi.ResourceOptions(...), such as "
            "pulumi.ResourceOptions(protect=True)",
        ),
    ],
)
def test_an_argument_that_no_resource_can_have_is_told_in_one_sentence(
    resource: Any, declared: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(pulumi.RunError) as refused:
        resource("main", **declared)
    assert str(refused.value) == f"livevox.{resource.__name__} 'main': {sentence}"


@pytest.mark.parametrize(
    ("resource", "declared", "instead"),
    [
        (
            livevox.Service,
            {"name": "Help Line"},
            "declare adopt_id=<the id of the service> instead",
        ),
        (
            livevox.CallerId,
            {"service": 53701, "phone_number": PHONE_NUMBER},
            "leave it out; a number that stands on the service's list is taken as it is",
        ),
        (
            livevox.InboundHours,
            {"service": 53701, "week": {}},
            "leave it out; hours that stand become the declared ones",
        ),
    ],
)
def test_an_import_is_refused_with_what_to_do_instead(
    resource: Any, declared: dict[str, Any], instead: str
) -> None:
    with pytest.raises(pulumi.RunError) as refused:
        resource("main", **declared, opts=pulumi.ResourceOptions(import_="53701"))
    assert str(refused.value) == (
        f"livevox.{resource.__name__} 'main': import_ was 53701; it may not be set, as the engine "
        f"can't import dynamic resources: {instead}"
    )


def test_the_unit_tests_that_the_readme_shows_pass(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    blocks = re.findall(r"```python\n# (\w+\.py)\n(.*?)```", readme, re.DOTALL)
    assert {name for name, _ in blocks} == {"phones.py", "test_phones.py"}
    for name, code in blocks:
        (tmp_path / name).write_text(code)
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_phones.py"]
    ran = subprocess.run(tests, cwd=tmp_path, env={}, stdout=subprocess.PIPE, text=True)
    assert "2 passed" in ran.stdout, ran.stdout


def test_a_service_whose_id_stands_in_the_configuration_of_a_stack_needs_none_in_a_test() -> None:
    def test() -> pulumi.Output[None]:
        service = livevox.Service("main", name="Main Line")

        def check(adopt_id: int | None) -> None:
            assert adopt_id is None

        return service.adopt_id.apply(check)

    run(test)


def test_the_configuration_of_a_test_says_what_is_taken_over_too() -> None:
    def test() -> pulumi.Output[None]:
        service = livevox.Service("main", name="Main Line")

        def check(adopt_id: int | None) -> None:
            assert adopt_id == 20575

        return service.adopt_id.apply(check)

    pulumi.runtime.set_all_config({"livevox:adopt": '{"main": 20575}'})
    try:
        run(test)
    finally:
        pulumi.runtime.set_all_config({})
