"""Where an object lives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Location:
    """Where an object lives: the account that owns it and its call center. All public."""

    base_url: str
    client_id: int
    call_center_id: int
