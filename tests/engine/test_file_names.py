"""Files beside the program may have any name: what the package needs comes from elsewhere."""

import importlib.util
import os
import subprocess
import sys
import sysconfig

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, HOURS, NUMBERS
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

OWN = """
import calendar
import numbers

import httpx


class Openings(pulumi.dynamic.ResourceProvider):
    def create(self, props):
        import calendar

        return pulumi.dynamic.CreateResult("openings", {"shown": calendar.openings()})


class Opening(pulumi.dynamic.Resource):
    shown: pulumi.Output[str]

    def __init__(self, name):
        super().__init__(Openings(), name, {"shown": None})


pulumi.export("openings", Opening("openings").shown)
pulumi.export("own", [calendar.openings(), numbers.MAIN, httpx.NAME])
"""

EVERYTHING_OF_PULUMI = (
    "import pulumi, pulumi.dynamic, argparse, dill, grpc, inspect, runpy, sys\n"
    "sys.argv = ['pip', 'list', '-v', '--format', 'json']\n"
    "try: runpy.run_module('pip', run_name='__main__')\n"
    "finally: print(*sys.modules)\n"
)
"""What the engine runs before and around every dynamic resource."""


def hidden_by_files() -> set[str]:
    """Names that a file can hide without taking them from Pulumi itself."""
    ran = [sys.executable, "-c", EVERYTHING_OF_PULUMI]
    printed = subprocess.run(ran, stdout=subprocess.PIPE, text=True, check=True, cwd="/").stdout
    of_pulumi = {name.partition(".")[0] for name in printed.split()}
    installed = {name.partition(".")[0] for name in os.listdir(sysconfig.get_path("purelib"))}
    names = (sys.stdlib_module_names | installed) - of_pulumi - set(sys.builtin_module_names)
    names -= {"pulumi_livevox", "antigravity", "this", "__pycache__"}
    return {name for name in names if name.isidentifier() and importlib.util.find_spec(name)}


def test_modules_of_any_name_beside_the_program_are_the_programs_alone(
    stack: Stack, sandbox: Sandbox
) -> None:
    for name in hidden_by_files():
        (stack.project / f"{name}.py").write_text("raise RuntimeError('taken for another')\n")
    for name, text in {
        "calendar.py": "def openings():\n    return 'own'\n",
        "numbers.py": "MAIN = '8773402031'\n",
        "httpx.py": "NAME = 'own'\n",
    }.items():
        (stack.project / name).write_text(text)
    stack.roll_out(CALL_CENTER + OWN)
    stack.refresh()
    support = live.names(sandbox)["Support Line"]
    assert live.caller_ids(sandbox, support) == NUMBERS
    assert live.hours(sandbox, support) == HOURS
    outputs = stack.run("stack", "output", "--json").output
    assert '"openings": "own"' in outputs
    assert outputs.count('"own"') == 4
    assert set(stack.preview().operations.values()) == {"same"}
