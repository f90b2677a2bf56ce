"""The life of a document or a part of it on the screen: what happened last comes first."""

from collections.abc import Iterator
from typing import assert_never

from kdnet_docs.base.messages import msg
from kdnet_docs.cli.changes import Screen
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import printable, safe
from kdnet_docs.compare.history import Came, Event, Life, Unreadable, Went


def render(life: Life, page: Page) -> str:
    """Each event with its day, who it was, the commit and why; then what it changed."""
    return "\n\n".join(_blocks(life, Screen(page)))


def _blocks(life: Life, screen: Screen) -> Iterator[str]:
    if life.begins_later:
        yield screen.say(
            msg("The history begins in the middle here; `git fetch --unshallow` fetches the rest of it.")
        )
    for event in reversed(life.events):
        yield "\n".join([_head(event, screen), *_what(event, screen)])
    if not life.events:
        yield screen.say(msg("git has nothing of it yet."))


def _head(event: Event, screen: Screen) -> str:
    """The day, the author, the commit and its subject; and the file, for there may be several versions.

    A part that was called otherwise there has its name after the file.
    """
    commit = event.commit
    source = safe(f"{event.source}#{event.called}" if event.called else event.source)
    if commit is None:
        when = screen.styled(screen.say(msg("Not committed yet")), bold=True)
        return f"{when}  {source}"
    who = f"{commit.day}  {printable(commit.author)}"
    place = screen.styled(f"{commit.short}  {source}", dim=True)
    return "\n".join([f"{screen.styled(who, bold=True)}  {printable(commit.subject)}", place])


def _what(event: Event, screen: Screen) -> Iterator[str]:
    match event.what:
        case Came(title=title):
            told = msg("“{title}” stands here for the first time", title=title)
            yield from screen.wrapped(
                screen.say(told if title else msg("stands here for the first time")), "+ ", "  "
            )
        case Went():
            yield f"- {screen.say(msg('is no longer there'))}"
        case Unreadable(reason=reason):
            told = msg(
                "passed over, for it cannot be read: {reason} [{code}]",
                reason=reason.message,
                code=reason.code.value,
            )
            yield from screen.wrapped(screen.say(told), "! ", "  ")
        case tuple() as facts:
            for fact in facts:
                yield from screen.fact(fact)
        case _:
            assert_never(event.what)
