"""Every way to spoil a signed file is detected and named, and a sound file has no flaw."""

from itertools import product
from pathlib import Path
from subprocess import run

import pytest
import signed_files as s
from certificates import pki
from spoiled_files import BYTES, MESSAGES, RANGES, SPOILED, Spoiled
from tools import tool

from kdnet_docs.signing.verdict import Level
from kdnet_docs.signing.verifying.judge import Judged, judge

LEVELS: tuple[Level, ...] = ("B-B", "B-T", "B-LT", "B-LTA")
SOUND: tuple[tuple[Level, ...], ...] = (
    *product(LEVELS),
    *product(LEVELS, LEVELS),
    ("B-B", "B-T", "B-LT"),
    ("B-LTA", "B-B", "B-T"),
    ("B-LT", "B-LTA", "B-B"),
    ("B-LTA", "B-LTA", "B-LTA"),
)

# A time-stamp over the file, which comes with a later signature, is one over the earlier ones, too.
RAISED: dict[Level, Level] = {"B-B": "B-T", "B-LT": "B-LTA"}


def judged(file: bytes) -> Judged:
    return judge(file, roots=[pki().root_pem], moment=s.NOW)


def kinds(found: Judged) -> set[str]:
    return {flaw.kind for flaw in (*found.flaws, *(f for one in found.signatures for f in one.flaws))}


@pytest.mark.parametrize("spoiled", SPOILED, ids=str)
def test_what_was_spoiled_is_named(spoiled: Spoiled) -> None:
    assert spoiled.kind in kinds(judged(spoiled.make()))


@pytest.mark.parametrize("levels", SOUND, ids="+".join)
def test_a_sound_file_has_no_flaw_and_the_levels_that_it_was_signed_at(levels: tuple[Level, ...]) -> None:
    found = judged(s.all_signed(*levels))
    assert kinds(found) == set()
    assert all(one.holds for one in found.signatures)
    assert [one.level for one in found.signatures] == [
        RAISED.get(level, level) if "B-LTA" in levels[place + 1 :] else level
        for place, level in enumerate(levels)
    ]


@pytest.mark.parametrize("levels", SOUND[::3], ids="+".join)
def test_poppler_agrees_on_what_is_sound(levels: tuple[Level, ...], tmp_path: Path) -> None:
    said = pdfsig(s.all_signed(*levels), tmp_path)
    # It reads time-stamps over the file, and does not judge them.
    assert said.count("Signature is Valid") == len(levels)
    assert said.count("has not yet been verified") == levels.count("B-LTA")


BROKEN = ("Digest Mismatch", "Signature is Invalid", "Unknown Validation Failure")


def test_what_poppler_finds_broken_is_never_sound_here(tmp_path: Path) -> None:
    files = [one.make() for one in (*BYTES, *RANGES, *MESSAGES)]
    noticed = [file for file in files if any(word in pdfsig(file, tmp_path) for word in BROKEN)]
    assert len(noticed) > len(files) / 2
    assert all(kinds(judged(file)) for file in noticed)


def pdfsig(file: bytes, folder: Path) -> str:
    place = folder / "file.pdf"
    place.write_bytes(file)
    done = run([tool("pdfsig"), "-nocert", place], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")
