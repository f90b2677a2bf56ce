"""Whatever a file holds: a model, or at least one finding that can be shown; never an exception."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_files import ROOT

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.cli.findings.faces import FACES
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.sources.load import MAX_BYTES, decode, load
from kdnet_docs.sources.read import Authored, read

CONTRACT = (ROOT / "contract_sources/contracts/erhvervshus-midtjylland/2022.yaml").read_bytes()
SMALL = (ROOT / "contract_sources/meetings/2021-09.yaml").read_bytes()
PAGE = Page(language="da", root=None, here=ROOT, width=80, colour=False)

fixed = settings(derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))

SIGNS = b"[ ] { } \" ' | > - ? : &a *a !x # % @ `".split(b" ")
PIECES = st.sampled_from(
    [
        *SIGNS,
        *(sign + b" " for sign in SIGNS),
        *(b"\t", b"\n", b"\r\n", b"\r", b"  ", b"\x00", b"\x85", b"\xc2\x85", b"\xe2\x80\xa8"),
        *(b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'"\\ud800"', b'"\\0"'),
        *(b"---\n", b"...\n", b"%YAML 1.1\n", b"<<: *a", b"!!python/object:os.system ", b"kind: contract\n"),
    ]
)


@st.composite
def damaged(draw: st.DrawFn, original: bytes) -> bytes:
    """The file with characters, lines and signs deleted, doubled, moved or put in."""
    data = original
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        piece = data[start:end]
        match draw(st.sampled_from(["delete", "insert", "double", "move", "cut"])):
            case "delete":
                data = data[:start] + data[end:]
            case "insert":
                data = data[:start] + draw(PIECES) + data[start:]
            case "double":
                data = data[:end] + piece + data[end:]
            case "move":
                rest = data[:start] + data[end:]
                to = draw(st.integers(0, len(rest)))
                data = rest[:to] + piece + rest[to:]
            case _:
                data = data[:start]
    return data


@settings(fixed, max_examples=150)
@given(damaged(SMALL))
def test_a_damaged_meeting(data: bytes) -> None:
    judged(data)


@settings(fixed, max_examples=60)
@given(damaged(CONTRACT))
def test_a_damaged_contract(data: bytes) -> None:
    judged(data)


@settings(fixed, max_examples=200)
@given(
    st.lists(
        PIECES | st.text(max_size=5).map(lambda text: text.encode("utf-8", "surrogatepass")), max_size=30
    )
)
def test_pieces_of_yaml_in_any_order(pieces: list[bytes]) -> None:
    judged(b"".join(pieces))


@settings(fixed, max_examples=150)
@given(st.sampled_from([b"", b"\xef\xbb\xbf"]), st.binary(max_size=200))
def test_any_bytes(mark: bytes, data: bytes) -> None:
    judged(mark + data)


@settings(fixed, max_examples=150)
@given(st.data())
def test_any_value_in_any_place(data: st.DataObject) -> None:
    """Each line's value in turn, replaced by one of another shape."""
    lines = SMALL.decode().splitlines()
    places = [number for number, line in enumerate(lines) if ": " in line and not line.startswith("#")]
    number = data.draw(st.sampled_from(places))
    value = data.draw(
        st.sampled_from(
            [
                "",
                "[]",
                "{}",
                "[a, [b]]",
                "{a: {b: c}}",
                "~",
                '""',
                "|",
                "0x1F",
                "-.inf",
                "2021-13-99",
                "9" * 50,
            ]
        )
        | st.text(max_size=10)
    )
    lines[number] = f"{lines[number].partition(': ')[0]}: {value}"
    judged("\n".join(lines).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: ", "[{a: ", "- - ", "a:\n ", "- ? "])
@pytest.mark.parametrize("closing", ["", "]", "}"])
def test_ten_thousand_levels(opening: str, closing: str) -> None:
    judged(f"a: {opening * 10_000}{closing * 10_000}".encode())
    judged((opening * 10_000).encode())


def test_ten_thousand_levels_of_indentation() -> None:
    judged("\n".join(f"{' ' * level}a:" for level in range(1_400)).encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# kun en kommentar\n",
        "---\n",
        "--- |\n  tekst\n",
        "kind\n",
        "- kind: contract\n",
        "[]",
        "{}",
        "kind: contract\nkind: meeting\n",
        "kind: [contract]\n",
        "kind: {contract: meeting}\n",
        "kind: kontrakt\n",
        "kind: contract\n---\nkind: contract\n",
        "a: &x [1]\nb: *x\n",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        "base: &base {a: b}\nkind:\n  <<: *base\n",
        "kind: !!python/object/apply:os.system [id]\n",
        "kind: !!binary aGVq\n",
        "? [a, b]\n: c\n",
        "? {a: b}\n: c\n",
        "kind:\tcontract\n",
        "kind: contract\n\tid: x\n",
        "kind: 'contract\n",
        'kind: "contract\n',
        'title: "\\ud800"\n',
        'title: "\\ud83d\\ude00"\n',
        'title: "\\0\\x1b[31m"\n',
        '"\\e[31m": x\n',
        "title: \x1b[31mrød\n",
        "title: \u202eabc\n",
        "%YAML 1.1\n---\nkind: contract\n",
        "%YAML 9.9\n---\nkind: contract\n",
        "%TAG ! tag:x,2000:\n---\nkind: !y contract\n",
        "kind: contract\n...\nrest\n",
        "\ufeffkind: contract\n",
        "kind: contract\r\nid: x\r\n",
        "kind: contract\rid: x\r",
        "a" * 100_000,
        "a: " + "b" * 2_000_000,
        "k: v\n" * 20_000,
        "a: [" + "x," * 100_000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_people_and_attackers_write(text: str) -> None:
    assert isinstance(judged(text.encode()), Refused)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp037"])
def test_other_encodings(encoding: str) -> None:
    assert isinstance(judged(SMALL.decode().encode(encoding, "replace")), Refused)


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake() -> None:
    assert not isinstance(judged(b"\xef\xbb\xbf" + SMALL.replace(b"\n", b"\r\n")), Refused)


def test_what_is_not_utf_8_is_pointed_at_behind_a_byte_order_mark() -> None:
    refused = judged(b"\xef\xbb\xbf\xc3\xa6\xc3\xa6\xff")
    assert isinstance(refused, Refused)
    (finding,) = refused.diagnostics
    assert finding.code is Code.ENCODING
    assert finding.span is not None
    assert (finding.span.start, finding.span.source.text) == (2, "ææ\ufffd")


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "missing")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "large.yaml").touch()
    os.truncate(tmp_path / "large.yaml", 100_000_000)
    for name in (
        "folder.yaml",
        "loop.yaml",
        "nowhere.yaml",
        "pipe.yaml",
        "large.yaml",
        "missing.yaml",
        "a\0b.yaml",
        "a" * 5000,
    ):
        refused = load(tmp_path / name, name)
        assert isinstance(refused, Refused), name
        shown(refused)


def test_a_device_is_no_file() -> None:
    refused = load(Path("/dev/zero"), "/dev/zero")
    assert isinstance(refused, Refused)


def test_a_file_that_may_not_be_read() -> None:
    # A regular file whose reading the kernel refuses to everybody, root too.
    refused = load(Path("/proc/self/mem"), "mem.yaml")
    assert isinstance(refused, Refused)
    assert [finding.code for finding in refused.diagnostics] == [Code.UNREADABLE]


def test_a_file_that_is_only_just_small_enough(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    source = load(path, path.name)
    assert not isinstance(source, Refused)
    assert isinstance(read(source), Refused)


def judged(data: bytes) -> Authored | Refused:
    """What reading gives; findings can be shown in every way."""
    source = decode(data, "source.yaml")
    outcome = source if isinstance(source, Refused) else read(source)
    if isinstance(outcome, Refused):
        shown(outcome)
    return outcome


def shown(refused: Refused) -> None:
    assert refused.diagnostics
    for finding in refused.diagnostics:
        assert str(finding.message)
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(finding.span.source.text)
    for render in FACES.values():
        text = render(refused.diagnostics, PAGE)
        assert refused.diagnostics[0].code.value in text
        assert not any(ord(character) < 32 and character != "\n" for character in text)
        assert text.encode("utf-8")
