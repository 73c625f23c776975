"""Where requests go: base URLs, proxies, and limits that make sense."""

from contextlib import closing
from typing import Any

import pytest

from pulumi_livevox.client import Account, Limits, LiveVoxClient, Unreachable
from pulumi_livevox.client.addresses import is_loopback
from tests.rig.canned import QUICK, Api, answer
from tests.rig.examples import GENERAL
from tests.rig.requests import SERVICES


@pytest.mark.parametrize("ending", ["", "/", "//"])
def test_a_trailing_slash_of_the_base_url_makes_no_difference(api: Api, ending: str) -> None:
    client = api.client(base_url=f" {api.root}{ending}")
    client.read_general(5)
    assert client.base_url == api.root


def test_paths_are_joined_to_the_path_of_the_base_url(api: Api) -> None:
    api.on("GET", f"/gateway{SERVICES}/5", answer(200, GENERAL))
    api.client(base_url=f"{api.root}/gateway/").read_general(5)
    assert api.logins[0].path == "/gateway/session/login"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HTTPS://API.LiveVox.com/", "https://api.livevox.com"),
        ("https://api.livevox.com:8443/Base/", "https://api.livevox.com:8443/Base"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_a_base_url_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert Account(typed, "ACME", "deployer", "secret", "token").base_url == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "api.livevox.com",
        "ftp://api.livevox.com",
        "https://",
        "https://user:secret@api.livevox.com",
        "https://api.livevox.com?x=1",
        "https://api.livevox.com#x",
        "https://[broken",
        "https://api.livevox.com:port",
    ],
)
def test_what_is_no_base_url_is_refused_without_quoting_it(typed: str) -> None:
    with pytest.raises(ValueError, match=r"such as https://api\.livevox\.com") as caught:
        Account(typed, "ACME", "deployer", "secret", "token")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("host", ["exa mple.com", f"{'a' * 70}.example", "xn--\u00e4.example"])
def test_a_host_that_cannot_be_is_unreachable(api: Api, host: str) -> None:
    with pytest.raises(Unreachable):
        api.client(base_url=f"http://{host}").read_general(5)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_the_proxy_of_the_environment_is_used(
    api: Api, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, api.root)
    with LiveVoxClient(api.account(base_url="http://livevox.example"), QUICK) as client:
        client.read_general(5)
    assert api.requests[0].headers["Host"] == "livevox.example"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST"])
@pytest.mark.parametrize("proxy", ["http://127.0.0.1:{port}", "socks5://127.0.0.1:{port}"])
def test_no_proxy_leads_to_this_machine(
    api: Api, monkeypatch: pytest.MonkeyPatch, host: str, proxy: str
) -> None:
    with closing(Api()) as asked:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.format(port=asked.root.rpartition(":")[2]))
        base_url = api.root.replace("127.0.0.1", host)
        with LiveVoxClient(api.account(base_url=base_url), QUICK) as client:
            assert client.read_general(5).service_id == GENERAL["serviceId"]
        assert asked.logins == asked.requests == []


@pytest.mark.parametrize(
    ("host", "is_it"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("128.0.0.1", False),
        ("localhost.example.com", False),
        ("127.0.0.1.example.com", False),
        ("", False),
    ],
)
def test_this_machine_is_known_by_its_addresses(host: str, is_it: bool) -> None:
    assert is_loopback(host) is is_it


def test_a_proxy_that_refuses_is_named(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", api.root)
    account = api.account(base_url="https://livevox.example")
    refused = pytest.raises(Unreachable, match="proxy did not let it through")
    with LiveVoxClient(account, QUICK) as client, refused:
        client.read_general(5)


@pytest.mark.parametrize(
    "limits",
    [
        {"timeout_seconds": 0},
        {"deadline_seconds": -1},
        {"requests_per_second": 0},
        {"timeout_seconds": float("nan")},
        {"max_retries": -1},
    ],
)
def test_limits_that_let_nothing_through_are_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="may be"):
        Limits(**limits)
