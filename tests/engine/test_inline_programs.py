"""Inline programs of the Automation API: many runs of many stacks in one process."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pulumi
import pulumi.automation as auto
import pytest

import pulumi_livevox as livevox
from tests.rig import live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

Program = Callable[[], None]


@pytest.fixture
def inline(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Program], auto.Stack]:
    """Make a stack of an inline program, whose project lies where this process stands."""
    for name, value in stack.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(stack.project)

    configuration = (stack.project / "Pulumi.dev.yaml").read_text()

    def made(name: str, program: Program) -> auto.Stack:
        made = auto.create_or_select_stack(
            name,
            project_name="call-center",
            program=program,
            opts=auto.LocalWorkspaceOptions(work_dir=str(stack.project)),
        )
        (stack.project / f"Pulumi.{name}.yaml").write_text(configuration)
        return made

    return made


def line(name: str, number: str = "8773402031") -> Program:
    """A program that declares a line under the resource names that every such program has."""

    def program() -> None:
        service = livevox.Service("line", name=name, template_id=53661, inherit_caller_ids=False)
        livevox.CallerId("main", service=service, phone_number=number, default=True)
        livevox.InboundHours("hours", service=service, week={"WEEKDAY": "07:00-20:59"})

    return program


def test_one_process_runs_a_program_again_and_again(
    inline: Callable[[str, Program], auto.Stack], sandbox: Sandbox
) -> None:
    before = live.names(sandbox)
    staging = inline("staging", line("Staging Line"))
    assert staging.preview().change_summary == {auto.OpType.CREATE: 4}
    staging.up()
    assert (staging.up().summary.resource_changes or {}) == {"same": 4}
    (service,) = live.names(sandbox).items() - before.items()
    assert service[0] == "Staging Line"
    assert live.caller_ids(sandbox, service[1]) == (["8773402031"], "8773402031")
    sandbox.api("POST", f"{SERVICES}/{service[1]}/phone/8773402033")
    staging.refresh(run_program=True)

    # A twin of one run is still refused in it, and the run after it knows nothing of that.
    def twins() -> None:
        line("Staging Line")()
        livevox.CallerId("twin", service=service[1], phone_number="(877) 340-2031")

    staging.workspace.program = twins
    with pytest.raises(auto.CommandError, match="both declare the number 8773402031"):
        staging.up()
    staging.workspace.program = line("Staging Line")
    staging.destroy(run_program=True)
    assert live.names(sandbox) == before


def test_stacks_of_one_process_know_nothing_of_one_another(
    inline: Callable[[str, Program], auto.Stack], sandbox: Sandbox
) -> None:
    before = live.names(sandbox)
    names = {"staging": "Staging Line", "prod": "Prod Line", "west": "West Line", "east": "E Line"}
    stacks = {name: inline(name, line(title)) for name, title in names.items()}
    stacks["staging"].up()
    stacks["prod"].up()
    together = threading.Barrier(2)

    def up(name: str) -> None:
        program = line(names[name])

        def at_once() -> None:
            together.wait(60)
            program()
            together.wait(60)

        stacks[name].workspace.program = at_once
        stacks[name].up()

    with ThreadPoolExecutor() as threads:
        list(threads.map(up, ("west", "east")))
    made = {name: key for name, key in live.names(sandbox).items() if name not in before}
    assert set(made) == set(names.values())
    for service in made.values():
        assert live.caller_ids(sandbox, service) == (["8773402031"], "8773402031")
        assert live.hours(sandbox, service) == {"WEEKDAY": ["07:00-20:59"]}


def test_what_a_run_left_is_told_at_the_end_of_its_own_stacks_runs(
    inline: Callable[[str, Program], auto.Stack], sandbox: Sandbox
) -> None:
    def lines() -> None:
        line("Staging Line")()
        livevox.Service("lost", name="Lost Line", template_id=53661)

    staging, prod = inline("staging", lines), inline("prod", line("Prod Line"))
    staging.up()
    lost = live.names(sandbox)["Lost Line"]
    state = staging.export_stack()
    known = dict(state.deployment or {})
    known["resources"] = [each for each in known["resources"] if "::lost" not in each["urn"]]
    state.deployment = known
    staging.import_stack(state)
    staging.workspace.program = line("Staging Line")

    def broken() -> None:
        line("Staging Line")()
        raise pulumi.RunError("broken off")

    assert str(lost) not in prod.up().stdout
    assert str(lost) not in staging.preview().stdout
    assert f'service {lost}, named "Lost Line"' in staging.up().stdout
    staging.workspace.program = broken
    with pytest.raises(auto.CommandError) as refused:
        staging.up()
    assert str(lost) not in str(refused.value)


def test_each_run_of_an_inline_program_looks_up_anew(
    inline: Callable[[str, Program], auto.Stack], sandbox: Sandbox
) -> None:
    def program() -> None:
        services = livevox.get_services(433)
        pulumi.export("names", [each.name for each in services])
        pulumi.export("again", livevox.get_services_output(433).apply(len))

    def names() -> list[str]:
        run = staging.up()
        found: list[str] = run.outputs["names"].value
        assert run.outputs["again"].value == len(found)
        return found

    staging = inline("staging", program)
    before = names()
    sandbox.forget()
    sandbox.api("POST", SERVICES, params={"service": 53661, "name": "Meanwhile"})
    assert set(names()) - set(before) == {"Meanwhile"}
    assert [each.path for each in sandbox.requests()] == ["/session/login", SERVICES]
