"""Every key and variable: the stack's configuration, then the environment; and a client of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pulumi_livevox.client import Account, Limits, LiveVoxError
from pulumi_livevox.client.addresses import is_loopback, normalised_url

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient
    from pulumi_livevox.client.sending.request_log import RequestLog

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

LOOKING: Final = "LIVEVOX_LOOK_FOR_SERVICES"
"""Variable of a preview which only asks what would be made, so that it can be looked for.

A service needs neither a template nor an id to adopt then.
"""

_LOG_FILE: Final = "LIVEVOX_LOG_FILE"


class ConfigurationError(LiveVoxError):
    """A setting is missing or is none that can work; nothing was sent.

    What to do next stands in the message: the key, its environment variable, what it may be.
    """


@dataclass(frozen=True)
class Configuration:
    """One account and how to treat it: what every call of a process is made with."""

    account: Account
    limits: Limits
    journal_folder: Path
    """Where the journal lies: what runs were about to make and write."""

    log_file: str
    """The request log's file as it was typed; "" where none is to be written."""


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
        journal_folder=journal_folder(environ),
        log_file=environ.get(_LOG_FILE, ""),
    )


def journal_folder(environ: Mapping[str, str]) -> Path:
    """Return where the journal lies: LIVEVOX_JOURNAL, else a folder in PULUMI_HOME."""
    if environ.get("LIVEVOX_JOURNAL"):
        return Path(environ["LIVEVOX_JOURNAL"])
    home = environ.get("PULUMI_HOME") or Path.home() / ".pulumi"
    return Path(home) / "livevox-journal"


def connect(configuration: Configuration, started_in: Path | None) -> LiveVoxClient:
    """Make the client of a configuration; it sends nothing before its first call.

    `started_in` is the folder in which the user stood, None where nothing tells: a relative path of
    the request log counts from there. Raises ConfigurationError where that can't be written.
    """
    # A program never calls the API; only those who do pay for the client's imports.
    from pulumi_livevox.client import LiveVoxClient

    log = _request_log(configuration.log_file, started_in)
    return LiveVoxClient(configuration.account, configuration.limits, log=log)


def plain(configuration: Configuration) -> dict[str, str]:
    """Return what a stack has to say of an account, by full key; nothing of it is secret."""
    account, pace = configuration.account, configuration.limits.requests_per_second
    names = {url: name for name, url in ENVIRONMENTS.items()}
    url = account.base_url
    said = {"environment": names[url]} if url in names else {"baseUrl": url}
    said |= {"clientName": account.client_name, "username": account.username}
    if pace is not None:
        said["requestsPerSecond"] = f"{pace:g}"
    return {_named(key): value for key, value in said.items()}


def user_of(said: Mapping[str, str]) -> dict[str, str]:
    """Return the part of a plain configuration that says who looks at which platform."""
    return _part(said, "environment", "baseUrl", "clientName", "username")


def same_account(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two plain configurations are of one client of one platform, whoever the user."""
    keys = ("environment", "baseUrl", "clientName")
    return _part(one, *keys) == _part(other, *keys)


def who(said: Mapping[str, str]) -> str:
    """Name the account of a plain configuration in a message."""
    where = said.get(_named("baseUrl")) or said.get(_named("environment"))
    return f"{said.get(_named('clientName'))} at {where}"


def _part(said: Mapping[str, str], *keys: str) -> dict[str, str]:
    return {name: said[name] for name in map(_named, keys) if name in said}


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
        normalised = normalised_url(url)
    except ValueError as may_be:
        raise ConfigurationError(f"{wrong} {may_be}") from None
    if normalised.startswith("http:") and not is_loopback(urlsplit(normalised).hostname or ""):
        raise ConfigurationError(
            f"{wrong} an https address: plain http is for loopback hosts (localhost, 127.0.0.1)"
        )
    return normalised


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


def _request_log(typed: str, started_in: Path | None) -> RequestLog | None:
    from pulumi_livevox.client.sending.request_log import RequestLog

    if not typed:
        return None
    if started_in is None and not Path(typed).is_absolute():
        raise ConfigurationError(
            f'{_LOG_FILE} was "{typed}"; on this system it may be an absolute path, as nothing '
            "tells where the engine was started"
        )
    path = (started_in or Path()) / typed
    try:
        return RequestLog(path)
    except OSError as error:
        raise ConfigurationError(
            f'{_LOG_FILE} was "{typed}"; it may be a file that can be written to '
            f"({path}: {error.strerror})"
        ) from None
