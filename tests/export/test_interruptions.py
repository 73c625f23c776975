"""An export that is killed, interrupted or cut off goes on, and reads nothing twice."""

import json
import resource
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.folder import WORK
from pulumi_livevox.tasks.exporting.kept_reads import KEPT_HOURS
from pulumi_livevox.tasks.exporting.reading import SERVICES_AT_ONCE
from pulumi_livevox.tasks.exporting.record import RECORD
from pulumi_livevox.tasks.selection import Selection
from tests.cli.command import COMMAND, environment
from tests.export.exporting import OF_433, Exports
from tests.rig.platform import Platform

SLOW = {"kind": "late", "method": "GET", "seconds": 0.05}
UNDER_WAY = 5 * SERVICES_AT_ONCE
"""How many reads an interruption may cost."""


def reads(platform: Platform) -> Counter[str]:
    """How often each section of each service was read."""
    asked = (str(each) for each in platform.requests() if not each.query)
    return Counter(each for each in asked if each.startswith("GET "))


@contextmanager
def under_way(exports: Exports, reads_made: int) -> Iterator[subprocess.Popen[str]]:
    """The command while it exports all, once so many reads were made."""
    exports.platform.set_faults(SLOW)
    exports.platform.forget()
    process = subprocess.Popen(
        [COMMAND, "export", str(exports.folder)],
        env=environment(exports.platform.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell's background job ignores Ctrl-C, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 60
    while reads(exports.platform).total() < reads_made:
        assert time.monotonic() < deadline, "the reads are not made"
        time.sleep(0.005)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
        exports.platform.set_faults()


def assert_nothing_is_read_twice_but_what_was_under_way(exports: Exports) -> None:
    made = reads(exports.platform)
    assert len(made) == 5 * 22
    twice = [each for each, times in made.items() if times > 1]
    assert len(twice) <= UNDER_WAY
    assert max(made.values()) <= 2


def test_after_a_kill_only_what_is_missing_is_read(exports: Exports) -> None:
    with under_way(exports, 60) as process:
        process.kill()
        process.wait()
    kept = [each for each in exports.files if each.endswith(".json")]
    assert len(kept) >= 2
    exported = exports.run()
    assert exported.services == 22
    assert exported.taken_up
    assert "had been read by an earlier run" in exported.notes[0]
    assert_nothing_is_read_twice_but_what_was_under_way(exports)
    assert not (exports.folder / WORK).exists()


def test_ctrl_c_ends_with_130_and_words_and_the_next_run_goes_on(exports: Exports) -> None:
    with under_way(exports, 60) as process:
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "What was read is kept: the same command goes on from there." in errors
    assert "Traceback" not in output + errors
    assert exports.run().taken_up
    assert_nothing_is_read_twice_but_what_was_under_way(exports)


def test_a_kill_at_any_file_leaves_whole_ones_and_the_next_run_goes_on(exports: Exports) -> None:
    exports.run(OF_433)
    whole = {each: exports.text(each) for each in exports.files if each != RECORD}
    for name in (*whole, RECORD):
        # As after a kill between the record of what is going to be written and that file.
        record = json.loads(exports.text(RECORD))
        record |= {"underWay": record["written"], "written": {}, "services": []}
        (exports.folder / RECORD).write_text(json.dumps(record))
        if name != RECORD:
            (exports.folder / name).unlink()
        exported = exports.run()
        assert exported.is_complete
        assert not exported.is_again
        assert {each: exports.text(each) for each in exports.files if each != RECORD} == whole


def test_a_lost_session_costs_a_login_and_nothing_else(exports: Exports) -> None:
    exports.platform.set_faults({"kind": "session-expired", "method": "GET", "at": 50})
    assert exports.run().services == 22
    # The read that met it is made once more.
    assert reads(exports.platform).total() <= 5 * 22 + UNDER_WAY


def test_a_network_that_is_lost_ends_it_with_what_is_kept(exports: Exports) -> None:
    exports.platform.set_faults(
        {"kind": "connection-cut", "path": "/configuration/services/*/phone"}
    )
    with pytest.raises(TaskError, match=r"0 of 22 services are read and kept, then it failed: GET"):
        exports.run()
    assert not [each for each in exports.files if not each.startswith(WORK)]
    exports.platform.set_faults()
    assert exports.run().is_complete


def test_a_service_that_fails_does_not_stop_the_others_and_is_read_alone_then(
    exports: Exports,
) -> None:
    failing = {"kind": "status-500", "path": "/configuration/services/20575/settings"}
    exports.platform.set_faults(failing)
    exported = exports.run(OF_433)
    assert exported.services == 8
    (remark,) = exported.remarks
    assert remark.startswith(
        "Atlanta_FS_Inbound_8773402031 (6) (20575) could not be read, and is not exported: GET"
    )
    assert "20575" not in exports.text("Pulumi.live.yaml")
    exports.platform.set_faults()
    exports.platform.forget()
    again = exports.run()
    assert again.is_complete
    assert again.services == 9
    assert set(reads(exports.platform)) == {
        f"GET /configuration/services/20575{section}"
        for section in ("", "/phone", "/settings", "/messaging", "/inboundHours")
    }


class TestKeptReads:
    """What an interrupted run left, and when it counts as not there."""

    @pytest.fixture
    def left(self, exports: Exports) -> Exports:
        """An export that could not finish."""
        failing = {"kind": "status-500", "path": "/configuration/services/20575/settings"}
        exports.platform.set_faults(failing)
        exports.run(OF_433)
        exports.platform.set_faults()
        exports.platform.forget()
        return exports

    def test_half_a_file_counts_as_none(self, left: Exports) -> None:
        file = left.folder / WORK / "53661.json"
        file.write_text(file.read_text()[:200])
        assert left.run().taken_up == 7

    def test_what_was_read_long_ago_counts_as_not_read(self, left: Exports) -> None:
        file = left.folder / WORK / "53661.json"
        long_ago = datetime.now(UTC) - timedelta(hours=KEPT_HOURS)
        file.write_text(json.dumps(json.loads(file.read_text()) | {"readAt": long_ago.isoformat()}))
        assert left.run().taken_up == 7

    def test_what_another_user_read_counts_as_not_read_and_that_is_said(
        self, left: Exports
    ) -> None:
        left.configuration["livevox:username"] = "superuser"
        exported = left.run(client=left.platform.client("superuser"))
        assert exported.taken_up == 0
        assert "had read as another user" in exported.notes[0]

    def test_another_choice_takes_what_it_needs(self, left: Exports) -> None:
        left.folder = left.folder.rename(left.folder.with_name("other"))
        for each in left.folder.iterdir():
            if each.name != WORK:
                each.unlink()
        assert left.run(Selection(service_ids=(53661, 17885))).taken_up == 1

    def test_nothing_secret_is_kept(self, left: Exports) -> None:
        kept: list[Path] = list((left.folder / WORK).iterdir())
        assert len(kept) == 9
        secrets = (
            left.platform.environ["LIVEVOX_PASSWORD"],
            left.platform.environ["LIVEVOX_API_TOKEN"],
        )
        assert not [each for each in kept for secret in secrets if secret in each.read_text()]


@pytest.mark.parametrize("largest", [1_000, 10_000])
def test_a_disk_that_is_full_is_one_sentence_and_the_next_run_goes_on(
    exports: Exports, largest: int
) -> None:
    done = subprocess.run(
        [COMMAND, "export", str(exports.folder), "--call-center", "433"],
        # Compiled modules would be cut off as well, and found by whoever imports them next.
        env=environment(exports.platform.environ) | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        # No file may be larger: some of the reads fit, and the program does not.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
    )
    assert done.returncode == 1
    assert "can't be written (File too large); no file is half written. Make room" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not [each for each in exports.files if not each.startswith(WORK)]
    exported = exports.run(OF_433)
    assert exported.is_complete
    assert exported.taken_up == (9 if largest == 10_000 else 0)
