"""`pulumi-livevox adopt`: a stack takes over what lives already, found by name."""

import shutil

from tests.cli.command import Ended, in_terminal, run_process
from tests.rig import live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

TEMPLATE = 53662
LINE, LINE_ID = "California_Inbound", 1008352
"""A service of call center 2829, with a number and hours."""
HCI_ID = 45108
"""Another one there."""

AS_IT_STANDS = f"""
    class Line(pulumi.ComponentResource):
        def __init__(self, called):
            super().__init__("shop:index:Line", called)
            here = pulumi.ResourceOptions(parent=self)
            self.service = livevox.Service("line", name="{LINE}", opts=here)

    line = Line("california").service
    livevox.InboundHours(
        "hours", service=line, week={{"WEEKDAY": "07:00-20:59", "WEEKEND": "08:00-20:59"}}
    )
    livevox.CallerId("number", service=line, phone_number="4045550100", default=True)
    hci = livevox.Service("hci", name="California_HCI", inbound_service_id=line.service_id)
"""


def adopt(stack: Stack, *options: str) -> Ended:
    """Run the command in the stack's project, where nobody answers."""
    return run_process(stack.environment(), "adopt", *options, folder=stack.project)


def asked(stack: Stack, answer: str) -> Ended:
    """Run the command in a terminal and answer its question."""
    return in_terminal(100, stack.environment(), "adopt", folder=stack.project, answer=answer)


def writes(sandbox: Sandbox) -> list[str]:
    sent = [each for each in sandbox.requests() if each.path.startswith(SERVICES)]
    return [str(each) for each in sent if each.verb != "GET" and "/search" not in each.path]


def test_what_lives_as_declared_is_found_written_and_rolled_out_without_a_write(
    stack: Stack, sandbox: Sandbox
) -> None:
    sandbox.api("POST", f"{SERVICES}/{HCI_ID}", json={"inboundService": LINE_ID})
    before, configuration = sandbox.dump(), (stack.project / "Pulumi.dev.yaml").read_text()
    stack.program(AS_IT_STANDS)
    sandbox.forget()

    done = adopt(stack, "--yes", "--up")

    assert (done.code, writes(sandbox)) == (0, []), done.output + done.errors
    assert (
        f"california/line\t{LINE_ID}\t2829\t\tnothing\nhci\t{HCI_ID}\t2829\t\tnothing\n"
        in done.output
    )
    assert sandbox.dump() == before
    added = f"  livevox:adopt:\n    california/line: {LINE_ID}\n    hci: {HCI_ID}\n"
    after = (stack.project / "Pulumi.dev.yaml").read_text()
    assert after.replace(added, "") == configuration
    assert set(stack.preview("--expect-no-changes").operations.values()) == {"same"}
    assert "there is nothing to take over" in adopt(stack, "--yes", "--up").output


def test_what_a_person_has_to_decide_is_listed_and_not_rolled_out(
    stack: Stack, sandbox: Sandbox
) -> None:
    sandbox.stop()
    sandbox.start("--allow-duplicate-names")
    twin = sandbox.api("POST", SERVICES, params={"service": TEMPLATE, "name": LINE})["id"]
    stack.program(f"""
        livevox.Service("line", name="{LINE}")
        livevox.Service("hci", name="California_HCI", settings={{"voice_id": 7}})
    """)
    sandbox.forget()

    done = adopt(stack, "--yes", "--up")

    assert (done.code, writes(sandbox)) == (1, [])
    assert (
        f"2 services are called so: {twin} in call center 433, {LINE_ID} in call center 2829"
        in (done.output)
    )
    assert "Not rolled out" in done.errors
    assert f"livevox:adopt:\n    hci: {HCI_ID}\n" in (stack.project / "Pulumi.dev.yaml").read_text()
    assert adopt(stack, "--dry-run", "--call-center", "2829").code == 0


def test_with_other_edits_pending_nothing_is_rolled_out_and_they_are_told(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(f"""
        livevox.Service("support", name="Support Line", template_id={TEMPLATE})
        livevox.Service("sales", name="Sales Line", template_id={TEMPLATE})
    """)
    services = live.names(sandbox)
    stack.program(f"""
        support = livevox.Service("support", name="Support", template_id={TEMPLATE})
        livevox.InboundHours("hours", service=support, week={{"WEEKDAY": "07:00-20:59"}})
        livevox.CallerId("number", service={HCI_ID}, phone_number="4045550100")
        livevox.Service("line", name="{LINE}")
    """)
    sandbox.forget()

    done = adopt(stack, "--yes", "--up")

    assert (done.code, writes(sandbox)) == (1, []), done.output + done.errors
    assert done.output.split("as well:\n")[1].startswith(
        "  create  CallerId number\n"
        "  create  InboundHours support/hours\n"
        "  delete  Service sales\n"
        "  update  Service support\n"
    )
    assert "Not rolled out" in done.errors
    file = (stack.project / "Pulumi.dev.yaml").read_text()
    assert f"livevox:adopt:\n    line: {LINE_ID}\n" in file
    assert live.names(sandbox) == services


def test_nothing_is_written_without_a_yes(stack: Stack) -> None:
    stack.program(f'livevox.Service("line", name="{LINE}", abbreviation="NEW")')
    file = stack.project / "Pulumi.dev.yaml"
    before = file.read_text()

    looked = adopt(stack, "--dry-run")
    unasked = adopt(stack)
    declined = asked(stack, "n\n")
    interrupted = asked(stack, "\x03")

    assert (looked.code, looked.lines[-1]) == (0, "Nothing was written.")
    assert 'abbreviation "' in looked.output
    assert (unasked.code, "add --yes" in unasked.errors) == (2, True)
    question = "Write 1 entry of livevox:adopt to Pulumi.dev.yaml?"
    assert (declined.code, question in declined.output) == (1, True)
    assert interrupted.code == 130
    assert file.read_text() == before


def test_after_a_lost_journal_what_a_killed_run_had_finished_is_found(
    stack: Stack, sandbox: Sandbox
) -> None:
    program = f"""
        livevox.Service("support", name="Support Line", template_id={TEMPLATE})
        livevox.Service("sales", name="Sales Line", template_id={TEMPLATE})
    """
    stack.roll_out(program)
    services = live.names(sandbox)
    for urn in stack.urns().values():
        stack.run("state", "delete", "--yes", urn)
    shutil.rmtree(stack.folder / "home" / "livevox-journal")

    assert "`pulumi-livevox adopt` finds them all" in stack.up(fails=True).output
    done = adopt(stack, "--yes", "--up")

    assert done.code == 0, done.output + done.errors
    assert live.names(sandbox) == services
    assert set(stack.preview("--expect-no-changes").operations.values()) == {"same"}
