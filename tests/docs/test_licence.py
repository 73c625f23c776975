"""Whoever installs the package gets its licence."""

import subprocess
import sys
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

from tests.rig import ROOT


def test_a_wheel_carries_the_licence(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = tmp_path.glob("*.whl")
    with ZipFile(path) as wheel:
        (folder,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
        told = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())
        licence = wheel.read(f"{folder}/licenses/LICENSE")
    assert told["License-Expression"] == "Apache-2.0"
    assert licence == (ROOT / "LICENSE").read_bytes()
