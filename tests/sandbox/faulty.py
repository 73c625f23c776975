"""Setting faults, and looking at what they left in the log."""

import json
from pathlib import Path
from typing import Any

import httpx

Described = dict[str, Any]


def set_faults(http: httpx.Client, *faults: Described) -> None:
    answer = http.put("/sandbox/faults", json={"faults": faults})
    assert answer.status_code == 200, answer.text


def struck(http: httpx.Client) -> list[int]:
    """How often each of the faults struck."""
    return [entry["struck"] for entry in http.get("/sandbox/faults").json()["faults"]]


def logged(log: Path, fault: str | None = None) -> list[dict[str, Any]]:
    """What the access log holds, or what of it a fault struck."""
    entries = [json.loads(entry) for entry in log.read_text().splitlines()]
    return [entry for entry in entries if fault in (None, entry["fault"])]
