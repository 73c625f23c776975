"""Addresses: which may be a base URL, and which is this machine itself."""

from __future__ import annotations

import ipaddress
from typing import Final
from urllib.parse import urlsplit

AN_ADDRESS: Final = "an address such as https://api.livevox.com"
"""What a base URL may be."""


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def normalised_url(typed: str) -> str:
    """Return a base URL in the one form that it is kept in.

    Raises ValueError, whose text is what it may be, and quotes nothing of it.
    """
    no_address = ValueError(AN_ADDRESS)
    try:
        parts = urlsplit(typed.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise no_address from None
    if parts.scheme not in ("http", "https") or not host:
        raise no_address
    # User info in it would be a credential in every message; a query could not be joined to.
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("an address without user, query or fragment")
    host = f"[{host}]" if ":" in host else host
    netloc = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{netloc}{parts.path.rstrip('/')}"
