"""Resources renamed, and values moved between them: what is declared stands live afterwards."""

from itertools import starmap

import pytest

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, HOURS, NUMBERS, edited
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


def assert_as_declared(stack: Stack, sandbox: Sandbox, support: int) -> None:
    assert live.names(sandbox)["Support Line"] == support
    assert live.hours(sandbox, support) == HOURS
    assert live.caller_ids(sandbox, support) == NUMBERS
    assert set(stack.preview().operations.values()) == {"same"}


def test_renamed_hours_and_caller_ids_are_kept(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    sandbox.forget()
    stack.roll_out(
        edited(('"support-hours"', '"hours"'), ('"main"', '"primary"'), ('"spare"', '"other"'))
    )
    assert "DELETE" not in {request.verb for request in sandbox.requests()}
    assert_as_declared(stack, sandbox, support)


def test_everything_renamed_with_aliases_makes_no_call(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    def alias(old: str, new: str) -> tuple[str, str]:
        options = f'opts=pulumi.ResourceOptions(aliases=[pulumi.Alias(name="{old}")])'
        return f'"{old}",', f'"{new}", {options},'

    new = {"support": "helpline", "support-hours": "hours", "main": "primary", "spare": "other"}
    sandbox.forget()
    stack.roll_out(edited(*starmap(alias, new.items())))
    # A renamed service has another marker, which is recorded; nothing else is to do.
    assert [str(r) for r in sandbox.requests() if "session" not in r.path] == []
    assert_as_declared(stack, sandbox, support)


@pytest.mark.parametrize("options", [(), ("--continue-on-error",)])
def test_a_service_renamed_without_alias_is_refused_and_nothing_changes(
    stack: Stack, sandbox: Sandbox, support: int, options: tuple[str, ...]
) -> None:
    before = sandbox.dump()
    up = stack.roll_out(edited(('"support",', '"helpline",')), *options, fails=True)
    assert f'the name "Support Line" is taken in call center 433 by service {support}' in up.output
    assert "aliases=[pulumi.Alias(name=" in up.output
    assert sandbox.dump() == before

    stack.roll_out(CALL_CENTER)
    assert_as_declared(stack, sandbox, support)


def test_a_service_renamed_without_alias_stands_where_what_it_depends_on_fails(
    stack: Stack, sandbox: Sandbox
) -> None:
    program = """
        one = livevox.Service("one", name="One", template_id=53661, abbreviation="1")
        after_one = pulumi.ResourceOptions(depends_on=[one])
        livevox.Service("two", name="Two", template_id=53661, opts=after_one)
    """
    stack.roll_out(program)
    stack.up()
    two = live.names(sandbox)["Two"]
    changes = ('"two", name', '"other", name'), ('abbreviation="1"', 'abbreviation="I"')
    renamed = edited(*changes, program=program)
    for edited_program in (renamed, renamed.replace('name="Two",', f'name="New", adopt_id={two},')):
        stack.program(edited_program)
        with sandbox.faulty({"kind": "status-500", "method": "POST", "path": f"{SERVICES}/*"}):
            run = stack.up("--continue-on-error", fails=True, env={"LIVEVOX_MAX_RETRIES": "0"})
        assert f"service {two} is not deleted: a resource of this program declares it" in run.output
        assert live.names(sandbox)["Two"] == two


def test_two_days_of_a_week_can_be_swapped(stack: Stack, sandbox: Sandbox, support: int) -> None:
    stack.roll_out(
        edited(('"WEEKDAY"', '"first"'), ('"SATURDAY"', '"WEEKDAY"'), ('"first"', '"SATURDAY"'))
    )
    swapped = {"SATURDAY": HOURS["WEEKDAY"], "WEEKDAY": HOURS["SATURDAY"]}
    assert live.hours(sandbox, support) == HOURS | swapped
    assert set(stack.preview().operations.values()) == {"same"}


def test_replacing_children_on_demand_keeps_them_live(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    urns = stack.urns()
    stack.up(*(f"--target-replace={urns[name]}" for name in ("main", "support-hours")))
    assert_as_declared(stack, sandbox, support)


@pytest.mark.parametrize("way", ["--replace", "taint"])
def test_a_service_is_not_replaced_on_demand_and_what_to_do_instead_is_told(
    stack: Stack, sandbox: Sandbox, support: int, way: str
) -> None:
    stack.up()
    before, urn = sandbox.dump(), stack.urns()["support"]
    if way == "taint":
        stack.run("state", "taint", "--yes", urn)
        refused = stack.up(fails=True)
    else:
        refused = stack.up(f"--replace={urn}", "--continue-on-error", fails=True)
    assert "A service is never replaced" in refused.output
    assert "`pulumi state untaint`" in refused.output
    assert sandbox.dump() == before

    if way == "taint":
        stack.run("state", "untaint", "--yes", urn)
    assert set(stack.up().operations.values()) == {"same"}
    assert_as_declared(stack, sandbox, support)


def test_a_service_that_is_replaced_under_a_new_name_is_deleted_when_that_was_told(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    stack.up()
    replace = f"--replace={stack.urns()['support']}"
    told = stack.roll_out(
        edited(('name="Support Line"', 'name="Help Line"')), replace, fails=True
    ).output
    assert f"The next `pulumi up` deletes service {support}" in told
    assert live.hours(sandbox, support) == HOURS

    stack.up()
    names = live.names(sandbox)
    assert "Support Line" not in names
    assert live.hours(sandbox, names["Help Line"]) == HOURS


def test_a_service_is_not_replaced_by_a_trigger_and_that_is_told_in_the_preview(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    def triggered(by: str) -> str:
        options = f'opts=pulumi.ResourceOptions(replacement_trigger="{by}")'
        return edited(('name="Support Line"', f'name="Support Line", {options}'))

    stack.roll_out(triggered("one"))
    before = sandbox.dump()
    stack.program(triggered("another"))
    for run in (stack.preview(fails=True), stack.up("--continue-on-error", fails=True)):
        assert "A service is never replaced" in run.output
    assert sandbox.dump() == before


def test_an_adopted_service_that_is_to_be_replaced_stays_and_that_is_told(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out('livevox.Service("main", name="Template Inbound", adopt_id=53661)')
    before = sandbox.dump()
    told = stack.up(f"--replace={stack.urns()['main']}").output
    assert "service 53661 was not replaced and is not deleted" in told
    assert "A service is never replaced" in told
    assert sandbox.dump() == before
    assert stack.up().operations == {"Service:main": "same"}
    assert len(stack.resources()) == 1


def test_two_names_are_swapped_by_a_name_in_between_as_the_refusal_says(
    stack: Stack, sandbox: Sandbox
) -> None:
    def program(front: str, back: str) -> str:
        return f"""
            livevox.Service("front", name="{front}", template_id=53661)
            livevox.Service("back", name="{back}", template_id=53661)
        """

    stack.roll_out(program("Front", "Back"))
    ids = live.names(sandbox)
    refused = stack.roll_out(program("Back", "Front"), fails=True).output
    assert "roll out a name in between (to swap two)" in refused
    assert "aliases" not in refused
    assert "adopt_id" not in refused

    for names in (("In between", "Back"), ("In between", "Front"), ("Back", "Front")):
        stack.roll_out(program(*names))
    found = live.names(sandbox)
    assert (found["Back"], found["Front"]) == (ids["Front"], ids["Back"])
