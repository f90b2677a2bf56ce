import subprocess
from pathlib import Path

import pytest
from samples import DOCUMENT
from tools import tool

from kdnet_docs.render.pdf.objects import take_apart
from kdnet_docs.render.pdf.writer import write_pdf

TEMPLATES = Path(__file__).parents[3] / "templates"


def test_a_file_taken_apart_and_written_again_has_every_object(tmp_path: Path) -> None:
    pdf = write_pdf(DOCUMENT, TEMPLATES)
    assert isinstance(pdf, bytes)
    objects = take_apart(pdf)
    again = objects.write()
    assert take_apart(again) == objects
    assert sorted(objects.bodies) == list(range(1, len(objects.bodies) + 1))
    (tmp_path / "again.pdf").write_bytes(again)
    subprocess.run([tool("qpdf"), "--check", str(tmp_path / "again.pdf")], check=True, capture_output=True)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.5\nstartxref\n3\n%%EOF"])
def test_a_file_of_another_make_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="cross-reference"):
        take_apart(data)
