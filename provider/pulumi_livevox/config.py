"""Where credentials and options come from: the stack's configuration, then the environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from pulumi_livevox.client import Account, Limits, LiveVoxError
from pulumi_livevox.client.account import is_loopback

NAMESPACE: Final = "livevox"

ENVIRONMENTS: Final = {
    "na3": "https://api.livevox.com",
    "na4": "https://api.na4.livevox.com",
    "na5": "https://api.na5.livevox.com",
    "na6": "https://api.na6.livevox.com",
}
"""Base URL of each production environment, by the name that `livevox:environment` takes."""

VARIABLES: Final = {
    "environment": "LIVEVOX_ENVIRONMENT",
    "baseUrl": "LIVEVOX_BASE_URL",
    "clientName": "LIVEVOX_CLIENT_NAME",
    "username": "LIVEVOX_USERNAME",
    "password": "LIVEVOX_PASSWORD",
    "apiToken": "LIVEVOX_API_TOKEN",
    "timeoutSeconds": "LIVEVOX_TIMEOUT_SECONDS",
    "requestsPerSecond": "LIVEVOX_REQUESTS_PER_SECOND",
    "maxRetries": "LIVEVOX_MAX_RETRIES",
}
"""The environment variable of each configuration key."""

SECRETS: Final = ("password", "apiToken")
"""Keys that a stack may keep as secret configuration only."""


class ConfigurationError(LiveVoxError):
    """A setting is missing or is none that can work; nothing was sent.

    What to do next stands in the message: the key, its environment variable, what it may be.
    """


@dataclass(frozen=True)
class Configuration:
    """One account and how to treat it: what every call of this process is made with."""

    account: Account
    limits: Limits


def resolve(
    configured: Callable[[str], object | None], environ: Mapping[str, str]
) -> Configuration:
    """Read every setting: `configured` answers for the stack and wins over `environ`.

    `configured` takes a full key such as `livevox:baseUrl`.
    Raises ConfigurationError where a setting is missing or wrong.
    """
    values = _gather(configured, environ)
    account = Account(
        base_url=_base_url(values),
        client_name=_required(values, "clientName", "the client code of the account"),
        username=_required(values, "username", "the name of the API user, case sensitive"),
        password=_required(values, "password", "the API user's password", secret=True),
        api_token=_required(values, "apiToken", "the API token of the account", secret=True),
    )
    default = Limits()
    timeout = _positive(values, "timeoutSeconds") or default.timeout_seconds
    return Configuration(
        account,
        Limits(
            timeout_seconds=timeout,
            requests_per_second=_positive(values, "requestsPerSecond"),
            max_retries=_count(values, "maxRetries", default.max_retries),
            # Room for some tries, however patient each is.
            deadline_seconds=max(default.deadline_seconds, 4 * timeout),
        ),
    )


def _gather(
    configured: Callable[[str], object | None], environ: Mapping[str, str]
) -> dict[str, str]:
    def text(value: object | None) -> str:
        return str(value).strip() if value is not None else ""

    of_stack = {key: text(configured(f"{NAMESPACE}:{key}")) for key in VARIABLES}
    of_shell = {key: text(environ.get(variable)) for key, variable in VARIABLES.items()}
    if of_stack["environment"] or of_stack["baseUrl"]:
        # One of the pair in the stack decides for both: a variable left over in a shell must
        # not lead a stack to another platform.
        of_shell["environment"] = of_shell["baseUrl"] = ""
    return {key: of_stack[key] or of_shell[key] for key in VARIABLES}


def _named(key: str) -> str:
    return f"{NAMESPACE}:{key}"


def _required(values: Mapping[str, str], key: str, meaning: str, *, secret: bool = False) -> str:
    if values[key]:
        return values[key]
    flag = "--secret " if secret else ""
    raise ConfigurationError(
        f"{_named(key)} is not set: it is {meaning}; "
        f"set it with `pulumi config set {flag}{_named(key)} ...` or in {VARIABLES[key]}"
    )


def _base_url(values: Mapping[str, str]) -> str:
    environment, url = values["environment"], values["baseUrl"]
    if environment and url:
        raise ConfigurationError(
            f"{_named('environment')} ({environment}) and {_named('baseUrl')} ({_shown(url)}) are "
            "both set: set one of them"
        )
    if url:
        return _judged_url(url)
    if not environment:
        raise ConfigurationError(
            f"neither {_named('environment')} ({VARIABLES['environment']}) nor "
            f"{_named('baseUrl')} ({VARIABLES['baseUrl']}) is set: set the environment to one of "
            f"{', '.join(ENVIRONMENTS)}, or the base URL to the address of your API"
        )
    if environment.lower() not in ENVIRONMENTS:
        raise ConfigurationError(
            f'{_named("environment")} was "{environment}"; '
            f"it may be one of {', '.join(ENVIRONMENTS)}"
        )
    return ENVIRONMENTS[environment.lower()]


def _judged_url(url: str) -> str:
    wrong = f'{_named("baseUrl")} was "{_shown(url)}"; it may be'
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ConfigurationError(f"{wrong} an address such as https://api.livevox.com") from None
    if parts.scheme not in ("https", "http") or not host:
        raise ConfigurationError(f"{wrong} an address such as https://api.livevox.com")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError(f"{wrong} an address without user, query or fragment")
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"{wrong} an https address: plain http is for loopback hosts (localhost, 127.0.0.1)"
        )
    shown_host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown_host}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


def _shown(url: str) -> str:
    """Return the URL without what may be a credential in front of its host."""
    scheme, separator, rest = url.partition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"


def _positive(values: Mapping[str, str], key: str) -> float | None:
    if not values[key]:
        return None
    try:
        number = float(values[key])
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise ConfigurationError(
            f'{_named(key)} was "{values[key]}"; it may be a number greater than 0'
        )
    return number


def _count(values: Mapping[str, str], key: str, default: int) -> int:
    if not values[key]:
        return default
    if not values[key].isdecimal():
        raise ConfigurationError(
            f'{_named(key)} was "{values[key]}"; it may be a whole number from 0'
        )
    return int(values[key])
