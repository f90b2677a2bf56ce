"""Small files, and a test beside each."""

from python_files import ROOT, python_files

LONGEST = 400

# Files without a test file of their own, because they hold values alone or are one part of a whole
# that is tested as such; and the test that holds them.
TESTED_IN = {
    "alignment/together.py": "alignment/test_sequence.py",
    "alignment/steps.py": "compare/test_align.py",
    "alignment/similarity.py": "alignment/test_sequence.py",
    "alignment/phrases.py": "alignment/test_words.py",
    "alignment/hunks.py": "alignment/test_words.py",
    "alignment/gaps.py": "alignment/test_sequence.py",
    "alignment/division.py": "alignment/test_sequence.py",
    "compare/facts/about.py": "compare/facts/test_of_values.py",
    "compare/facts/changed_leaves.py": "compare/facts/test_facts.py",
    "compare/facts/claims.py": "compare/facts/test_facts.py",
    "compare/facts/counterparts.py": "compare/facts/test_of_values.py",
    "compare/facts/meanings.py": "compare/facts/test_of_values.py",
    "compare/facts/leftovers.py": "compare/facts/test_facts.py",
    "compare/facts/of_passages.py": "compare/test_planted.py",
    "compare/facts/phrases.py": "compare/facts/test_of_words.py",
    "compare/facts/signs.py": "compare/facts/test_of_words.py",
    "compare/facts/value_changes.py": "compare/facts/test_of_values.py",
    "compare/facts/walk.py": "compare/facts/test_facts.py",
    "compare/facts/years.py": "compare/facts/test_year_shift.py",
    "compare/reading/danish.py": "compare/reading/test_read.py",
    "compare/reading/dates.py": "compare/reading/test_read.py",
    "compare/reading/english.py": "compare/reading/test_read.py",
    "compare/reading/figures.py": "compare/reading/test_read.py",
    "compare/reading/languages.py": "compare/reading/test_read.py",
    "compare/reading/lexicon.py": "compare/reading/test_read.py",
    "compare/reading/names.py": "compare/reading/test_read.py",
    "compare/reading/obligations.py": "compare/reading/test_read.py",
    "compare/reading/periods.py": "compare/reading/test_read.py",
    "compare/reading/reads.py": "compare/reading/test_read.py",
    "compare/reading/times.py": "compare/reading/test_read.py",
    "assembly/context.py": "assembly/test_contract.py",
    "assembly/head.py": "assembly/test_contract.py",
    "assembly/places.py": "assembly/test_prose.py",
    "base/codes.py": "architecture/test_messages.py",
    "checks/subject.py": "checks/test_run.py",
    "cli/exits.py": "cli/test_main.py",
    "cli/findings/faces.py": "cli/commands/test_check.py",
    "cli/comparing.py": "cli/commands/test_compare.py",
    "cli/commands/git_difftool.py": "cli/commands/test_install_git.py",
    "cli/commands/git_textconv.py": "cli/commands/test_install_git.py",
    "cli/git_lines.py": "cli/commands/test_install_git.py",
    "cli/git_pair.py": "cli/commands/test_install_git.py",
    "cli/git_setup.py": "cli/commands/test_install_git.py",
    "cli/lifetimes.py": "cli/commands/test_history.py",
    "cli/in_states.py": "sources/test_states.py",
    "cli/outputs.py": "cli/commands/test_compare.py",
    "cli/written_over.py": "cli/commands/test_compare.py",
    "compare/faces/json_steps.py": "compare/faces/test_json.py",
    "compare/history.py": "cli/commands/test_history.py",
    "cli/show.py": "cli/commands/test_check.py",
    "compare/faces/pdf_report/clauses.py": "compare/faces/pdf_report/test_text.py",
    "compare/faces/pdf_report/facts.py": "compare/faces/test_pdf.py",
    "compare/faces/pdf_report/words.py": "compare/faces/pdf_report/test_text.py",
    "compare/facts/by_value.py": "compare/facts/test_amounts.py",
    "compare/facts/headings.py": "compare/facts/test_outline.py",
    "compare/facts/inlines.py": "compare/facts/test_references.py",
    "compare/facts/pairing.py": "compare/facts/test_outline.py",
    "compare/facts/rows.py": "compare/facts/test_tables.py",
    "compare/wording/figures.py": "compare/test_sentences.py",
    "compare/wording/listed.py": "compare/test_sentences.py",
    "compare/wording/structure.py": "compare/test_sentences.py",
    "compare/wording/values.py": "compare/test_sentences.py",
    "compare/faces/html_report/facts.py": "compare/faces/test_html.py",
    "compare/faces/html_report/interface.py": "compare/faces/test_html.py",
    "compare/faces/html_report/leaves.py": "compare/faces/test_html.py",
    "compare/faces/html_report/marks.py": "compare/faces/test_html.py",
    "compare/faces/html_report/rows.py": "compare/faces/test_html.py",
    "compare/faces/html_report/runs.py": "compare/faces/test_html.py",
    "compare/faces/html_report/spoken.py": "compare/faces/test_html.py",
    "compare/faces/html_report/table_steps.py": "compare/faces/test_html.py",
    "compare/faces/html_report/tables.py": "compare/faces/test_html.py",
    "compare/faces/html_report/versions.py": "compare/faces/test_html.py",
    "document/tree.py": "architecture/test_tree.py",
    "meeting/bilag_files.py": "meeting/test_meeting_files.py",
    "meeting/engines.py": "meeting/test_package.py",
    "meeting/delivery.py": "meeting/test_build.py",
    "meeting/fronts.py": "meeting/test_meeting_files.py",
    "meeting/listing.py": "meeting/test_verify.py",
    "meeting/made.py": "meeting/test_package.py",
    "meeting/maker.py": "meeting/test_meeting_files.py",
    "meeting/outline.py": "meeting/test_eight_points.py",
    "base/progress.py": "cli/test_progress.py",
    "meeting/write.py": "meeting/test_meeting_files.py",
    "model/authored.py": "sources/test_validate.py",
    "model/contract.py": "assembly/test_contract.py",
    "model/goals.py": "assembly/test_goals.py",
    "model/parts.py": "assembly/test_labels.py",
    "model/problems.py": "model/test_scalars.py",
    "model/status.py": "assembly/test_status.py",
    "model/tables.py": "assembly/test_tables.py",
    "ooxml/house.py": "ooxml/test_house_reader.py",
    "ooxml/merging/definitions.py": "compare/test_redline.py",
    "ooxml/merging/files.py": "compare/test_redline.py",
    "ooxml/merging/notes.py": "compare/test_redline.py",
    "ooxml/merging/sections.py": "compare/test_redline.py",
    "ooxml/revisions/lines.py": "ooxml/revisions/test_differences.py",
    "ooxml/revisions/parts.py": "ooxml/revisions/test_differences.py",
    "sources/git.py": "meeting/test_provenance.py",
    "render/html/tables.py": "render/html/test_writer.py",
    "watch/loop.py": "cli/commands/test_watch.py",
    "watch/page.py": "watch/test_site.py",
    "tagged_pdf/reading/active.py": "tagged_pdf/test_inspection.py",
    "tagged_pdf/reading/archivable.py": "tagged_pdf/reading/test_lacks.py",
    "tagged_pdf/reading/fonts.py": "tagged_pdf/reading/test_lacks.py",
    "tagged_pdf/parts.py": "tagged_pdf/test_merger.py",
    "tagged_pdf/reading/resources.py": "tagged_pdf/reading/test_lacks.py",
    "tagged_pdf/reading/structure.py": "tagged_pdf/reading/test_lacks.py",
    "tagged_pdf/verdicts.py": "tagged_pdf/test_inspection.py",
    "tagged_pdf/reading/access.py": "tagged_pdf/test_inspection.py",
    "tagged_pdf/reading/walk.py": "tagged_pdf/test_inspection.py",
    "tagged_pdf/merging/content_items.py": "tagged_pdf/merging/test_structure_tree.py",
    "tagged_pdf/reading/geometry.py": "tagged_pdf/reading/test_pages.py",
    "tagged_pdf/merging/objects.py": "tagged_pdf/merging/test_write.py",
    "tagged_pdf/merging/parent_tree.py": "tagged_pdf/merging/test_structure_tree.py",
    "tagged_pdf/merging/scans.py": "tagged_pdf/test_merger.py",
    "tagged_pdf/merging/source.py": "tagged_pdf/test_merger.py",
    "tagged_pdf/reading/standard_types.py": "tagged_pdf/merging/test_role_map.py",
    "tagged_pdf/unmergeable.py": "tagged_pdf/test_merger.py",
    "tagged_pdf/merging/values.py": "tagged_pdf/merging/test_write.py",
    "tagged_pdf/merging/whole.py": "tagged_pdf/test_merger.py",
}


def test_no_file_is_longer_than_one_can_keep_in_mind() -> None:
    assert {f.name: lines for f in python_files() if (lines := f.text.count("\n")) > LONGEST} == {}


def test_every_source_file_has_its_test_file() -> None:
    sources = {file.name for file in python_files() if not file.name.endswith("__init__.py")}
    assert sorted(name for name in sources - TESTED_IN.keys() if not _has_test(name)) == []


def test_the_list_of_exceptions_is_true_and_no_longer_than_it_must_be() -> None:
    sources = {file.name for file in python_files()}
    assert [name for name in TESTED_IN if name not in sources or _has_test(name)] == []
    assert [test for test in TESTED_IN.values() if not (ROOT / "tests" / test).exists()] == []


def _has_test(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return (ROOT / "tests" / folder / f"test_{file}").exists()
