#!/usr/bin/env bash
# Makes the sample files anew, in the folder above. Needs soffice, chromium and, as
# PYTHON, WEASYPRINT and IMG2PDF, a Python with typst, weasyprint and img2pdf. Only needed for a new
# version of a producer: the tests read the files that are committed.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
to_pdf() { # name, source, options of LibreOffice's PDF export
  soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "pdf:writer_pdf_Export:$3" \
    --outdir "$work" "$2" >/dev/null 2>&1
  mv "$work/$(basename "${2%.*}").pdf" "../$1.pdf"
}
option() { printf '"%s":{"type":"%s","value":"%s"}' "$@"; }
ua=$(option PDFUACompliance boolean true)
archive=$(option SelectPdfVersion long 3)
outline=$(option ExportBookmarks boolean true),$(option ExportBookmarksToPDFDestination boolean true)
to_pdf libreoffice-ua common.fodt "{$ua,$archive,$outline}"
# Without its footnote, which LibreOffice does not tag as PDF/UA wants.
sed 's/<text:note .*<\/text:note>//' common.fodt >"$work/plain.fodt"
to_pdf libreoffice-plain "$work/plain.fodt" "{$ua,$archive,$outline}"
to_pdf libreoffice-form form.fodt "{$ua,$outline,$(option ExportFormFields boolean true)}"

chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" --no-pdf-header-footer \
  --generate-pdf-document-outline --print-to-pdf="$PWD/../chromium.pdf" "file://$PWD/common.html" 2>/dev/null

weasyprint() { # name, variant, style
  "${WEASYPRINT:-weasyprint}" --quiet --pdf-variant "pdf/$2" --pdf-tags --stylesheet <(echo "$3") common.html "../$1.pdf"
}
weasyprint weasyprint-ua1 ua-1 ""
weasyprint weasyprint-ua2 ua-2 ""
weasyprint weasyprint-a3a a-3a "img { image-rendering: pixelated }"
# Says PDF/A-3a, and is not: its picture is to be smoothed.
weasyprint weasyprint-false-a3a a-3a ""

"${PYTHON:-python3}" - <<'PYTHON'
import typst
for name, standards, inputs in (
    ("typst-a3a-ua1", ["a-3a", "ua-1"], {"number": "1", "attach": "yes"}),
    ("typst-a3a-ua1-twin", ["a-3a", "ua-1"], {"number": "2", "attach": "yes"}),
    ("typst-a2b", ["a-2b"], {"number": "3"}),
    ("typst-2.0", ["2.0"], {"number": "4"}),
):
    typst.compile("common.typ", output=f"../{name}.pdf", pdf_standards=standards, sys_inputs=inputs)
PYTHON

"${IMG2PDF:-img2pdf}" --nodate --pagesize A4 scan.png --output ../scan.pdf
