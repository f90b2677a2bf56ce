import pytest

from kdnet_docs.base.messages import Language, msg, reader_language, translate


def test_a_message_is_in_the_readers_language_and_so_are_the_messages_in_it() -> None:
    message = msg("{one} and {other}", one=msg("1 error"), other=msg("1 warning"))
    assert message.to("en") == "1 error and 1 warning"
    assert message.to("da") == "1 fejl og 1 advarsel"
    assert str(message) == "1 error and 1 warning"


def test_values_are_never_read_as_templates() -> None:
    assert (
        msg('there is no party "{name}"', name="{0.__class__} {name}")
        .to("da")
        .endswith('"{0.__class__} {name}"')
    )


def test_what_has_no_translation_stays_as_it_is() -> None:
    assert translate("zzz", "da") == "zzz"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "da_DK"}, "da"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "da:en"}, "da"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": ""}, "en"),
    ],
)
def test_the_readers_language_is_what_the_environment_says(
    environment: dict[str, str], language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert reader_language() == language
