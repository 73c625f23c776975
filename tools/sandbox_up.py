"""Start the sandbox of the dev stack in the background, where none answers yet."""

import json
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

PORT = 8730  # the one in stacks/Pulumi.dev.yaml
URL = f"http://127.0.0.1:{PORT}"
DATA = Path(".sandbox")
COMMAND = Path(sys.executable).with_name("pulumi-livevox")
LOG = DATA / "sandbox.log"
PATIENCE = 30.0


def answering() -> str | None:
    """Return the data folder of the sandbox that is there, None where there is none."""
    try:
        with urlopen(f"{URL}/sandbox/health", timeout=2) as answer:
            return str(json.load(answer)["data"])
    except (OSError, ValueError, KeyError):
        return None


def start() -> subprocess.Popen[bytes]:
    """Start one that outlives this command and its terminal."""
    DATA.mkdir(exist_ok=True)
    with LOG.open("ab") as log:
        return subprocess.Popen(
            [str(COMMAND), "sandbox", "--port", str(PORT), "--data", str(DATA)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def refuse(data: str) -> int:
    """Tell that another project's sandbox has the port."""
    print(
        f"The sandbox that answers at {URL} has its data in {data}: it belongs to another project. "
        "Stop it, then run this again.",
        file=sys.stderr,
    )
    return 1


def main() -> int:
    """Return once the sandbox answers."""
    if (data := answering()) is not None:
        return 0 if Path(data) == DATA.resolve() else refuse(data)
    sandbox = start()
    deadline = time.monotonic() + PATIENCE
    while sandbox.poll() is None and time.monotonic() < deadline:
        if answering() is not None:
            print(f"Sandbox at {URL}, its log in {LOG}; `kill {sandbox.pid}` stops it.")
            return 0
        time.sleep(0.1)
    print(f"The sandbox did not start at {URL}; the end of {LOG}:", file=sys.stderr)
    print(*LOG.read_text(errors="replace").splitlines()[-10:], sep="\n", file=sys.stderr)
    sandbox.terminate()
    return 1


if __name__ == "__main__":
    sys.exit(main())
