"""Start the sandbox of the dev stack in the background, where none answers yet."""

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


def answers() -> bool:
    """Tell whether a sandbox is there."""
    try:
        with urlopen(f"{URL}/sandbox/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


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


def main() -> int:
    """Return once the sandbox answers."""
    if answers():
        return 0
    sandbox = start()
    deadline = time.monotonic() + PATIENCE
    while sandbox.poll() is None and time.monotonic() < deadline:
        if answers():
            print(f"Sandbox at {URL}, its log in {LOG}; `kill {sandbox.pid}` stops it.")
            return 0
        time.sleep(0.1)
    print(f"The sandbox did not start at {URL}; the end of {LOG}:", file=sys.stderr)
    print(*LOG.read_text(errors="replace").splitlines()[-10:], sep="\n", file=sys.stderr)
    sandbox.terminate()
    return 1


if __name__ == "__main__":
    sys.exit(main())
