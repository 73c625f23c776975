"""The questions whose time is measured are answered, and nothing is left of their account."""

import os

from benchmarks import report, startup


def test_every_import_and_question_is_measured() -> None:
    environment = dict(os.environ)
    measured = startup.measure((startup.DEPENDENCIES, "json"), rounds=2, calls_a_round=1)
    assert dict(os.environ) == environment
    imports = [row[0] for row in report.imports(measured).rows]
    assert imports == [f"import {startup.DEPENDENCIES}", "import json"]
    rows = report.questions(measured).rows
    assert [row[0] for row in rows] == ["Service", "CallerId", "InboundHours"]
