"""From the bytes of an answer to a document, and from a document to a model."""

import json
from typing import Any, NoReturn, TypeVar

from pydantic import ValidationError

from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.errors import AnswerNotUnderstood
from pulumi_livevox.client.sending.redaction import HTML, is_html
from pulumi_livevox.wire.models import Answer

AnswerT = TypeVar("AnswerT", bound=Answer)


def document_of(body: bytes) -> dict[str, Any] | str:
    """Return the JSON object of a body, or say why there is none."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8"
    if is_html(text):
        return f"is {HTML}"
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


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
