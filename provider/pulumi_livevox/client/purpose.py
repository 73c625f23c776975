"""Whose work a call is part of."""

from contextvars import ContextVar

on_behalf_of: ContextVar[str | None] = ContextVar("on_behalf_of", default=None)
"""The resource that the calls of this context are made for, as the request log names it."""
