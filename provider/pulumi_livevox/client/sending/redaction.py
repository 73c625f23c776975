"""The other side's words, made fit for a message."""

import html
import json
import re
from threading import Lock
from urllib.parse import quote

_LONGEST = 500

# A session that the client has not learned of, in an answer that was not understood.
_SESSION = re.compile(
    r"""((?:session-?id|lv-session)["']*\s*[:=]\s*["']?)(?=[^"'\s]*[0-9])[^"'\s,;}&]{6,}""",
    re.IGNORECASE,
)


class Secrets:
    """What no message may hold, whoever says it."""

    def __init__(self, *secrets: str) -> None:
        self._lock = Lock()
        self._secrets: set[str] = set()
        self.add(*secrets)

    def add(self, *secrets: str) -> None:
        """Learn more of them; very short ones are no secrets, and would garble any text."""
        with self._lock:
            for secret in secrets:
                if len(secret) >= 4:
                    links = {quote(secret), quote(secret, safe="")}
                    pages = {html.escape(secret), html.escape(secret, quote=False)}
                    self._secrets |= {secret, json.dumps(secret)[1:-1], *links, *pages}

    def hidden_in(self, text: str) -> str:
        """Return a text with each of them struck out."""
        with self._lock:
            secrets = sorted(self._secrets, key=len, reverse=True)
        for secret in secrets:
            text = text.replace(secret, "***")
        return _SESSION.sub(r"\1***", text)


def cleaned(text: str) -> str:
    """Return one line: no control characters, no runs of blanks, at most 500 characters."""
    printable = "".join(each if each.isprintable() else " " for each in text[: 20 * _LONGEST])
    line = " ".join(printable.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
