"""Refusals: what is raised to answer a request with an error, and how that error is written."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response


class Refusal(Exception):
    """Ends a request with an error status and `{"code", "message"}`; nothing of it is stored."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def bad_request(message: str) -> Refusal:
    """The request itself is wrong."""
    return Refusal(400, message)


def unauthorized(message: str = "Unauthorized") -> Refusal:
    """Nobody with a valid session asks, or there is nothing to be authorized for."""
    return Refusal(401, message)


def forbidden(message: str) -> Refusal:
    """The user's role does not allow the method."""
    return Refusal(403, message)


def not_found(message: str) -> Refusal:
    """The object does not exist, or not for this user."""
    return Refusal(404, message)


def conflict(message: str) -> Refusal:
    """The request is well-formed, but what stands on the platform forbids it."""
    return Refusal(409, message)


def error_answer(status: int, message: str) -> Response:
    """Write an error the way the API does."""
    return JSONResponse({"code": status, "message": message}, status_code=status)


async def answer_refusal(request: Request, exception: Exception) -> Response:
    """Answer a refusal of ours."""
    assert isinstance(exception, Refusal)
    return error_answer(exception.status, exception.message)


async def answer_unrouted(request: Request, exception: Exception) -> Response:
    """Answer an address that is no method of the API (404), or is one under another verb (405)."""
    assert isinstance(exception, HTTPException)
    what = f"{request.method} {request.url.path}"
    message = f"{what} is not a method of this API"
    answer = error_answer(exception.status_code, message)
    answer.headers.update(exception.headers or {})
    return answer


async def answer_crash(request: Request, exception: Exception) -> Response:
    """Answer a mistake of the sandbox itself."""
    return error_answer(500, "The sandbox failed; its own output has the details")
