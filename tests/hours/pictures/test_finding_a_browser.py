"""The tests of pages say which browser they need, where there is none."""

import subprocess
import sys
from pathlib import Path

from tests.rig import ROOT


def looked_for(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "tools/browser.py"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_where_there_is_no_browser_it_is_said_how_to_install_one(tmp_path: Path) -> None:
    ended = looked_for(PATH=str(tmp_path))
    assert ended.returncode != 0
    assert "apt-get install chromium" in ended.stderr
    assert "CHROMIUM=" in ended.stderr


def test_a_browser_that_is_named_has_to_be_one(tmp_path: Path) -> None:
    ended = looked_for(CHROMIUM=str(tmp_path / "none"))
    assert ended.returncode != 0
    assert f'CHROMIUM was "{tmp_path / "none"}"' in ended.stderr


def test_any_of_the_usual_names_will_do(tmp_path: Path) -> None:
    browser = tmp_path / "google-chrome"
    browser.touch(mode=0o755)
    assert looked_for(PATH=str(tmp_path)).returncode == 0
