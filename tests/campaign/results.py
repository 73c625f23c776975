"""What is known of a version's cells: JSON lines in an ignored folder, so that a run can go on."""

import compileall
import hashlib
import json
import shutil
import threading
from dataclasses import asdict
from pathlib import Path

from tests.campaign.cells import Point
from tests.campaign.run import Result
from tests.rig import ROOT

FOLDER = ROOT / ".campaign"

_PACKAGE = ROOT / "provider"
_NOT_COUNTED = (
    *("__main__.py", "results.py", "table.py"),
    *("canned.py", "examples.py", "line.py", "threads.py"),
)


def version() -> str:
    """Name what is tried: a hash of the package, of this campaign and of the rig.

    Modules that only choose and tell do not count, nor do tests and what only they use of the rig.
    """
    here, rig = Path(__file__).parent, ROOT / "tests" / "rig"
    ours = [
        path
        for path in (*here.glob("*.py"), *rig.glob("*.py"))
        if path.name not in _NOT_COUNTED and not path.name.startswith("test_")
    ]
    digest = hashlib.sha256()
    for path in sorted([*_PACKAGE.rglob("*.py"), *ours]):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


class Records:
    """The folder of one version: a copy of the package, the requests, and the results so far."""

    def __init__(self, of: str) -> None:
        self.version = of
        self.folder = FOLDER / of
        self._lock = threading.Lock()
        self._results = self.folder / "results.jsonl"
        self._requests = self.folder / "requests.json"
        self.folder.mkdir(parents=True, exist_ok=True)
        (FOLDER / ".gitignore").write_text("*\n")

    def package(self) -> Path:
        """The package as it was when this version began: edits meanwhile do not count."""
        copied = self.folder / "provider"
        if not copied.exists():
            unfinished = self.folder / "provider.new"
            shutil.rmtree(unfinished, ignore_errors=True)
            shutil.copytree(_PACKAGE, unfinished, ignore=shutil.ignore_patterns("__pycache__"))
            unfinished.rename(copied)
            compileall.compile_dir(copied, quiet=1)
        return copied

    def requests(self) -> dict[str, list[Point]] | None:
        """The requests of each phase, where they have been counted."""
        if not self._requests.exists():
            return None
        stored = json.loads(self._requests.read_text())
        return {phase: [Point(**each) for each in found] for phase, found in stored.items()}

    def keep_requests(self, requests: dict[str, list[Point]]) -> None:
        """Note the requests of each phase."""
        stored = {phase: [asdict(each) for each in found] for phase, found in requests.items()}
        self._requests.write_text(json.dumps(stored, indent=1))

    def results(self) -> dict[str, Result]:
        """The last result of each cell."""
        if not self._results.exists():
            return {}
        lines = self._results.read_text().splitlines()
        return {result.key: result for result in (Result(**json.loads(line)) for line in lines)}

    def keep(self, result: Result) -> None:
        """Note a result."""
        with self._lock, self._results.open("a") as file:
            file.write(json.dumps(asdict(result)) + "\n")
