"""`pulumi-livevox adopt`: a stack takes over what lives already, found by name."""

import os
import pty
import shutil
import subprocess
from contextlib import suppress

from tests.rig import PYTHON, live
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


def adopt(stack: Stack, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command in the stack's project, where nobody answers."""
    return subprocess.run(
        [PYTHON / "pulumi-livevox", "adopt", *options],
        cwd=stack.project,
        env=stack.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def asked(stack: Stack, answer: str) -> tuple[int, str]:
    """Run the command in a terminal and answer its question; its code, and what it showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(stack.project)
        command = str(PYTHON / "pulumi-livevox")
        os.execve(command, [command, "adopt"], stack.environment() | {"COLUMNS": "100"})
    shown = b""
    with suppress(OSError):  # the other end is closed
        while chunk := os.read(terminal, 65536):
            shown += chunk
            if shown.endswith(b"[y/N]: "):
                os.write(terminal, answer.encode())
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), shown.decode()


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

    assert (done.returncode, writes(sandbox)) == (0, []), done.stdout + done.stderr
    assert (
        f"california/line\t{LINE_ID}\t2829\t\tnothing\nhci\t{HCI_ID}\t2829\t\tnothing\n"
        in done.stdout
    )
    assert sandbox.dump() == before
    added = f"  livevox:adopt:\n    california/line: {LINE_ID}\n    hci: {HCI_ID}\n"
    after = (stack.project / "Pulumi.dev.yaml").read_text()
    assert after.replace(added, "") == configuration
    assert set(stack.preview("--expect-no-changes").operations.values()) == {"same"}
    assert "there is nothing to take over" in adopt(stack, "--yes", "--up").stdout


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

    assert (done.returncode, writes(sandbox)) == (1, [])
    assert (
        f"2 services are called so: {twin} in call center 433, {LINE_ID} in call center 2829"
        in (done.stdout)
    )
    assert "Not rolled out" in done.stderr
    assert f"livevox:adopt:\n    hci: {HCI_ID}\n" in (stack.project / "Pulumi.dev.yaml").read_text()
    assert adopt(stack, "--dry-run", "--call-center", "2829").returncode == 0


def test_nothing_is_written_without_a_yes(stack: Stack) -> None:
    stack.program(f'livevox.Service("line", name="{LINE}", abbreviation="NEW")')
    file = stack.project / "Pulumi.dev.yaml"
    before = file.read_text()

    looked = adopt(stack, "--dry-run")
    unasked = adopt(stack)
    declined, shown = asked(stack, "n\n")
    interrupted, _ = asked(stack, "\x03")

    assert (looked.returncode, looked.stdout.splitlines()[-1]) == (0, "Nothing was written.")
    assert 'abbreviation "' in looked.stdout
    assert (unasked.returncode, "add --yes" in unasked.stderr) == (2, True)
    assert (declined, "Write 1 entry of livevox:adopt to Pulumi.dev.yaml?" in shown) == (1, True)
    assert interrupted == 130
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

    assert done.returncode == 0, done.stdout + done.stderr
    assert live.names(sandbox) == services
    assert set(stack.preview("--expect-no-changes").operations.values()) == {"same"}
