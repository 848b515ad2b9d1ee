"""Writers against a real server on this machine: streaming, refusals, silence, nonsense, and ends in the middle."""

from __future__ import annotations

import pytest
from tests.assistant.server import address, serving

from everest.assistant import Provider, Settings, disclosure, key_for, open_writer, settings_from_environment
from everest.errors import AssistantError, BadInput

BOTH = pytest.mark.parametrize("provider", list(Provider))


def writer(server, provider, **options):
    return open_writer(Settings(provider, "m", address(server, provider), **options), key="secret-key")


@BOTH
def test_the_text_comes_piece_by_piece(provider):
    with serving(["I want ", "to lead ", "a unit."]) as server:
        assert list(writer(server, provider).stream("Write.", "{}")) == ["I want ", "to lead ", "a unit."]


@BOTH
def test_instructions_and_data_travel_apart(provider):
    with serving(["Yes."]) as server:
        list(writer(server, provider).stream("OUR RULES", '{"grounds": "their words"}'))
        body = server.seen[0][2]
    system = body["system"] if provider is Provider.ANTHROPIC else body["messages"][0]["content"]
    assert system == "OUR RULES"
    assert body["messages"][-1] == {"role": "user", "content": '{"grounds": "their words"}'}


@BOTH
@pytest.mark.parametrize(
    ("status", "said"), [(401, "key"), (404, "no such model"), (429, "asked too much"), (500, "failed")]
)
def test_a_refusal_is_told_plainly_and_without_the_key(provider, status, said):
    with serving(behaviour=status) as server, pytest.raises(AssistantError) as caught:
        list(writer(server, provider).stream("a", "b"))
    assert said in str(caught.value)
    assert "secret-key" not in str(caught.value)


@BOTH
def test_silence_ends_after_the_time_allowed(provider):
    with serving(behaviour="silent") as server, pytest.raises(AssistantError, match=r"0\.2 seconds"):
        list(writer(server, provider, timeout=0.2).stream("a", "b"))


@BOTH
@pytest.mark.parametrize("behaviour", ["garbage", "page"])
def test_nonsense_is_an_error_and_not_a_crash(provider, behaviour):
    with serving(behaviour=behaviour) as server, pytest.raises(AssistantError):
        list(writer(server, provider).stream("a", "b"))


@BOTH
def test_a_server_that_goes_away_midway_is_noticed(provider):
    heard = []
    with serving(["I want "], behaviour="dies") as server, pytest.raises(AssistantError, match="middle"):
        for piece in writer(server, provider).stream("a", "b"):
            heard.append(piece)
    assert heard == ["I want "]


@BOTH
def test_a_server_that_is_not_there_is_told(provider):
    with serving() as server:
        gone = address(server, provider)
    with pytest.raises(AssistantError, match="cannot be reached"):
        list(open_writer(Settings(provider, "m", gone), key="k").stream("a", "b"))


def test_the_assistant_is_off_unless_named():
    assert settings_from_environment({}) is None
    assert settings_from_environment({"OPENAI_API_KEY": "k"}) is None


def test_settings_come_from_the_environment():
    found = settings_from_environment(
        {
            "EVEREST_ASSISTANT_PROVIDER": "openai",
            "EVEREST_ASSISTANT_MODEL": "llama",
            "EVEREST_ASSISTANT_URL": "http://localhost:11434/v1",
        }
    )
    assert found == Settings(Provider.OPENAI, "llama", "http://localhost:11434/v1")


@pytest.mark.parametrize(
    "url", ["http://example.com/v1", "ftp://localhost", "localhost:80", "https://me:pw@example.com"]
)
def test_an_address_that_is_unsafe_or_none_is_refused(url):
    with pytest.raises(BadInput):
        Settings(Provider.OPENAI, "m", url)


def test_an_unknown_provider_is_refused():
    with pytest.raises(BadInput, match="openai, anthropic"):
        settings_from_environment({"EVEREST_ASSISTANT_PROVIDER": "oracle"})


def test_the_disclosure_names_the_machine_and_what_it_gets():
    assert "Nothing leaves this machine" in disclosure(
        Settings(Provider.OPENAI, "m", "http://localhost:11434/v1")
    )
    away = disclosure(Settings(Provider.ANTHROPIC, "m"))
    assert "api.anthropic.com" in away
    assert "leaves this machine" in away


def test_a_cloud_key_is_never_given_to_another_server():
    elsewhere = Settings(Provider.OPENAI, "m", "https://models.example.org/v1")
    assert key_for(elsewhere, {"OPENAI_API_KEY": "cloud"}) != "cloud"
    assert key_for(Settings(Provider.OPENAI, "m"), {"OPENAI_API_KEY": "cloud"}) == "cloud"
    assert key_for(elsewhere, {"EVEREST_ASSISTANT_KEY": "own"}) == "own"


def test_a_writer_never_shows_its_key():
    assert "secret" not in repr(open_writer(Settings(Provider.OPENAI, "m"), key="secret"))
