"""The session that every call needs."""

from pydantic import Field

from pulumi_livevox.wire.fields import AnsweredNumber, AnsweredText, Text
from pulumi_livevox.wire.models import Answer, Body


class Login(Body):
    """The body of a login. Its repr keeps the password to itself."""

    client_name: Text
    user_name: Text
    password: Text = Field(repr=False)


class LoginAnswer(Answer):
    """The answer to a login. Its repr keeps the session id to itself."""

    session_id: AnsweredText = Field(repr=False)
    client_id: AnsweredNumber
    user_id: AnsweredNumber | None = None
    days_until_password_expires: AnsweredNumber | None = None
