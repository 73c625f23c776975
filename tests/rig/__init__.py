"""What tests are made with: a sandbox and the engine, the ways to a server, what goes wrong."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable).parent
