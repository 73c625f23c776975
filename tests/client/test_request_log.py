"""The request log hinders nothing."""

from pathlib import Path

import pytest

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.client.sending.request_log import RequestLog
from tests.rig.canned import QUICK, Api
from tests.rig.examples import GENERAL

FULL_DISK = Path("/dev/full")


@pytest.mark.skipif(not FULL_DISK.exists(), reason="no device that is always full")
def test_a_call_counts_although_the_disk_of_the_log_is_full(api: Api) -> None:
    with LiveVoxClient(api.account(), QUICK, log=RequestLog(FULL_DISK)) as client:
        assert client.read_general(5).service_id == GENERAL["serviceId"]
