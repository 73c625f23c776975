"""Where credentials and options come from, and the sentence that a wrong one gets."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from pulumi_livevox.config import (
    ENVIRONMENTS,
    VARIABLES,
    Configuration,
    ConfigurationError,
    connect,
    resolve,
)

STACK = {
    "livevox:environment": "na4",
    "livevox:clientName": "ACME",
    "livevox:username": "deploy",
    "livevox:password": "a-password",
    "livevox:apiToken": "a-token",
}


def configured(
    environ: Mapping[str, str] | None = None, without: str = "", **stack: str
) -> Configuration:
    settings = STACK | {f"livevox:{key}": value for key, value in stack.items()}
    settings.pop(f"livevox:{without}", None)
    return resolve(settings.get, environ or {})


def refusal(without: str = "", **stack: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        configured(None, without, **stack)
    return str(caught.value)


@pytest.mark.parametrize(("name", "url"), ENVIRONMENTS.items())
def test_an_environment_stands_for_its_address(name: str, url: str) -> None:
    assert configured(environment=name.upper()).account.base_url == url


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://api.stg4.livevox.com/", "https://api.stg4.livevox.com"),
        ("http://localhost:8730", "http://localhost:8730"),
        ("http://127.0.0.2:8730", "http://127.0.0.2:8730"),
        ("http://[::1]:8730/", "http://[::1]:8730"),
    ],
)
def test_an_address_may_be_given_instead(typed: str, kept: str) -> None:
    assert configured(without="environment", baseUrl=typed).account.base_url == kept


def test_the_environment_fills_what_the_stack_leaves_out() -> None:
    environ = {"LIVEVOX_USERNAME": "somebody", "LIVEVOX_CLIENT_NAME": "OTHER"}
    account = configured(environ, without="username").account
    assert (account.username, account.client_name) == ("somebody", "ACME")


def test_an_address_in_the_shell_does_not_lead_a_stack_elsewhere() -> None:
    environ = {"LIVEVOX_BASE_URL": "https://api.livevox.com"}
    assert configured(environ).account.base_url == ENVIRONMENTS["na4"]


@pytest.mark.parametrize("key", ["clientName", "username", "password", "apiToken"])
def test_a_missing_setting_is_told_with_its_key_and_its_variable(key: str) -> None:
    told = refusal(without=key)
    assert f"livevox:{key} is not set" in told
    assert VARIABLES[key] in told


@pytest.mark.parametrize(
    ("stack", "sentence"),
    [
        ({"environment": "na9"}, 'livevox:environment was "na9"; it may be one of na3, na4, na5'),
        ({"baseUrl": "https://api.livevox.com"}, "are both set: set one of them"),
        ({"environment": "", "baseUrl": "http://api.livevox.com"}, "plain http is for loopback"),
        ({"environment": "", "baseUrl": "api.livevox.com"}, "it may be an address such as"),
        ({"environment": "", "baseUrl": "https://me:pw@host"}, 'was "https://host"; it may be'),
        ({"environment": "", "baseUrl": "https://host:port"}, "it may be an address such as"),
        ({"environment": ""}, "neither livevox:environment (LIVEVOX_ENVIRONMENT) nor"),
        ({"timeoutSeconds": "0"}, 'livevox:timeoutSeconds was "0"; it may be a number greater'),
        ({"requestsPerSecond": "fast"}, 'livevox:requestsPerSecond was "fast"; it may be a number'),
        ({"maxRetries": "-1"}, 'livevox:maxRetries was "-1"; it may be a whole number from 0'),
    ],
)
def test_a_wrong_setting_is_told_with_what_it_may_be(stack: dict[str, str], sentence: str) -> None:
    told = refusal("", **stack)
    assert sentence in told
    assert "pw" not in told


def test_options_have_defaults_and_a_patient_timeout_has_time_for_several_tries() -> None:
    limits = configured().limits
    assert (limits.timeout_seconds, limits.requests_per_second, limits.max_retries) == (30, None, 6)
    assert configured(timeoutSeconds="300").limits.deadline_seconds == 1200


def test_a_log_lies_where_the_user_stands_and_needs_a_whole_path_where_nothing_tells_where(
    tmp_path: Path,
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere.jsonl"
    here.mkdir()
    with connect(configured({"LIVEVOX_LOG_FILE": "log.jsonl"}), here):
        assert (here / "log.jsonl").exists()
    with connect(configured({"LIVEVOX_LOG_FILE": str(elsewhere)}), None):
        assert elsewhere.exists()
    with pytest.raises(ConfigurationError, match=r'was "log\.jsonl".*may be an absolute path'):
        connect(configured({"LIVEVOX_LOG_FILE": "log.jsonl"}), None)
