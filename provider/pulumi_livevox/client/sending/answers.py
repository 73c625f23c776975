"""What the bytes of an answer say: a document, which fits a model, or a code and a message."""

import json
import re
from typing import Any, NoReturn, TypeVar

from pydantic import ValidationError

from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.errors import AnswerNotUnderstood
from pulumi_livevox.wire.models import Answer

AnswerT = TypeVar("AnswerT", bound=Answer)

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a page for a browser begins: what proxies and gateways answer."""

_A_PAGE = "a page of HTML, not an answer of the API"


def document_of(body: bytes) -> dict[str, Any] | str:
    """Return the JSON object of a body, or say why there is none."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8"
    if _PAGE.match(text):
        return f"is {_A_PAGE}"
    try:
        document = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return "is not whole JSON"
    return document if isinstance(document, dict) else "is not a JSON object"


def fit(call: Call, model: type[AnswerT], document: dict[str, Any]) -> AnswerT:
    """Read a document as a model. The error names the key, and nothing of the answer's values."""
    try:
        return model.model_validate(document)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
    key = ".".join(str(each) for each in first["loc"])
    expected = first["msg"]
    raise AnswerNotUnderstood(call=str(call), key=key, reason=f"expected: {expected}")


def code_and_message(body: bytes) -> tuple[int | None, str]:
    """Return the code and the words of an answer that is not the documented one."""
    text = body.decode("utf-8", errors="replace")
    if _PAGE.match(text):
        return None, _A_PAGE
    document: Any
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None, text
    if not isinstance(document, dict):
        return None, text
    code, message = document.get("code"), document.get("message")
    whole = code if isinstance(code, int) and not isinstance(code, bool) else None
    if isinstance(message, str):
        return whole, message
    # A body of another shape may still say what is wrong; one with a code alone does not.
    return whole, "" if set(document) <= {"code", "message"} else text


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
