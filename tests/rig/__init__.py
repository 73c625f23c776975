"""What tests are made with: a sandbox and the engine, the ways to a server, what goes wrong.

What happens to a request has one name wherever it is made to happen: by a sandbox that is asked
for it (`faults`), on the way to one (`line`), or by a server that answers what it is told
(`canned`). It is *cut* before it arrives; carried out, and its answer *lost*; *failing*, with an
error of the platform; *refused*, and not carried out; *late*; or under way when its process is
*killed*.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable).parent
