"""`kdnet build NAME --verify`: whether a package is still as it was made."""

from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.findings.page import called_from
from kdnet_docs.cli.findings.printable import printable
from kdnet_docs.cli.options import project
from kdnet_docs.cli.screen import say
from kdnet_docs.cli.show import show_errors
from kdnet_docs.meeting.manifest import Commit, Manifest
from kdnet_docs.meeting.since import built_folders, changed_since
from kdnet_docs.meeting.verify import verify
from kdnet_docs.sources.project import Project


def verify_one(name: str, out: Path | None) -> int:
    """Says what has happened to a package: a meeting's by its name, or any folder or zip by its path."""
    home = project()
    places = _places(name, home, out)
    if isinstance(places, Refused):
        show_errors(places.diagnostics, root=home.root if isinstance(home, Project) else None)
        return exits.FINDINGS
    return max(_verify(place, name, home) for place in places)


def _verify(place: Path, name: str, home: Project | Refused) -> int:
    verified = verify(place)
    if isinstance(verified, Refused):
        show_errors(verified.diagnostics, root=None)
        return exits.FINDINGS
    called = called_from(Path.cwd(), place)
    if verified.findings:
        show_errors(verified.findings, root=None)
        say(msg("{name}: not as it was built; do not send it", name=called))
        return exits.FINDINGS
    manifest = verified.manifest
    say(
        msg(
            "{name}: unchanged; the {count} files are as the manifest says",
            name=called,
            count=len(manifest.files),
        )
    )
    say(_about(manifest))
    if isinstance(home, Project) and not _is_path(name):
        _say_what_has_changed(name, home, manifest)
    return exits.OK


def _places(name: str, home: Project | Refused, out: Path | None) -> tuple[Path, ...] | Refused:
    if _is_path(name):
        return (Path(name),)
    return home if isinstance(home, Refused) else built_folders(home, name, out or home.root / "build")


def _is_path(name: str) -> bool:
    """Whether a folder or a zip is meant, and not a meeting by its name."""
    is_source = name.endswith((".yaml", ".yml"))
    return name.endswith(".zip") or ("/" in name and not is_source) or Path(name).is_dir()


def _about(manifest: Manifest) -> Message:
    title, date = printable(manifest.package.title), manifest.package.date
    match manifest.commit:
        case None:
            return msg("  {title} ({date})", title=title, date=date)
        case Commit(id=commit, state="clean"):
            return msg(
                "  {title} ({date}); made from commit {commit}", title=title, date=date, commit=commit[:12]
            )
        case Commit(id=commit):
            return msg(
                "  {title} ({date}); made from commit {commit} and changes that were not committed",
                title=title,
                date=date,
                commit=commit[:12],
            )


def _say_what_has_changed(name: str, home: Project, manifest: Manifest) -> None:
    changed = changed_since(home, manifest)
    if changed:
        say(
            msg(
                "Since then these have changed: {names}. `kdnet build {name}` makes the package anew.",
                names=printable(", ".join(changed)),
                name=name,
            )
        )
