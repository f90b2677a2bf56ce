"""Parts that are damaged or made to do harm: refused, or merged into a file that qpdf reads."""

import subprocess
import tempfile
from datetime import date

from hypothesis import HealthCheck, given, settings
from pdf_damage import SAMPLES, Damaged, damaged, tangled
from tools import tool

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties
from kdnet_docs.tagged_pdf.verdicts import Unusable

PROPERTIES = Properties(title="Samlet", language="da", date=date(2021, 9, 1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_part_is_refused_or_becomes_part_of_a_sound_file(file: Damaged) -> None:
    assert_sound_with(file.content)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tangled())
def test_a_part_whose_objects_are_mixed_up_is_refused_or_becomes_part_of_a_sound_file(file: Damaged) -> None:
    assert_sound_with(file.content)


def assert_sound_with(content: bytes) -> None:
    """What `inspect` has nothing against is merged, into a file that qpdf has nothing against."""
    if isinstance(inspect(content), Unusable):
        return
    parts = [
        Part(name="x", pdf=pdf, title="X", language="da") for pdf in (content, SAMPLES["weasyprint-ua1"])
    ]
    whole = merge(parts, PROPERTIES, outline=[Bookmark(title="x", part=0, own=True)])
    with tempfile.NamedTemporaryFile(suffix=".pdf") as copy:
        copy.write(whole.pdf)
        copy.flush()
        run = subprocess.run(
            [tool("qpdf"), "--check", copy.name], capture_output=True, text=True, check=False
        )
    # Streams that were damaged within are carried over as they are.
    problems = [line for line in run.stderr.splitlines() if "stream" not in line and "content" not in line]
    assert run.returncode in {0, 3}, run.stderr
    assert [line for line in problems if "operation succeeded" not in line and "WARNING" in line] == []
