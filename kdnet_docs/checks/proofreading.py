"""Reads a source as an experienced secretary does: what is no error of the file, and should not be sent so.

A build does not need these checks; `kdnet check`, the page of `kdnet watch` and the gate before final files
tell what they find.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.checks.accessibility.bare_addresses import bare_addresses
from kdnet_docs.checks.accessibility.false_headings import false_headings
from kdnet_docs.checks.accessibility.language import language
from kdnet_docs.checks.accessibility.link_words import link_words
from kdnet_docs.checks.accessibility.table_headers import table_headers
from kdnet_docs.checks.beside_errors import not_beside
from kdnet_docs.checks.dictionary.speller import Speller
from kdnet_docs.checks.figures.amounts import amounts
from kdnet_docs.checks.figures.below_baseline import below_baseline
from kdnet_docs.checks.figures.below_last_year import below_last_year
from kdnet_docs.checks.figures.counted_lists import counted_lists
from kdnet_docs.checks.figures.counted_things import counted_things
from kdnet_docs.checks.figures.enumerations import enumerations
from kdnet_docs.checks.figures.one_or_several import one_or_several
from kdnet_docs.checks.figures.parts_of_whole import parts_of_whole
from kdnet_docs.checks.figures.restated import restated
from kdnet_docs.checks.figures.shares import shares
from kdnet_docs.checks.figures.total_among_rows import total_among_rows
from kdnet_docs.checks.obligations.mixed import mixed
from kdnet_docs.checks.obligations.said_twice import said_twice
from kdnet_docs.checks.obligations.without_carrier import without_carrier
from kdnet_docs.checks.obligations.without_deadline import without_deadline
from kdnet_docs.checks.obligations.without_measure import without_measure
from kdnet_docs.checks.obligations.without_owner import without_owner
from kdnet_docs.checks.packages.agenda_gaps import agenda_gaps
from kdnet_docs.checks.packages.personal_numbers import personal_numbers
from kdnet_docs.checks.packages.private_contact import private_contact
from kdnet_docs.checks.packages.unmentioned_bilag import unmentioned_bilag
from kdnet_docs.checks.references.attached import attached
from kdnet_docs.checks.references.broken_fields import broken_fields
from kdnet_docs.checks.references.changed_ids import changed_ids
from kdnet_docs.checks.references.directions import directions
from kdnet_docs.checks.references.empty_parts import empty_parts
from kdnet_docs.checks.references.goal_headings import goal_headings
from kdnet_docs.checks.references.missing_parts import missing_parts
from kdnet_docs.checks.references.missing_titles import missing_titles
from kdnet_docs.checks.references.moved_parts import moved_parts
from kdnet_docs.checks.references.named_otherwise import named_otherwise
from kdnet_docs.checks.references.table_directions import table_directions
from kdnet_docs.checks.references.typed_numbers import typed_numbers
from kdnet_docs.checks.spelling.misspelt import misspelt
from kdnet_docs.checks.subject import Check, Subject
from kdnet_docs.checks.terms.capitals import capitals
from kdnet_docs.checks.terms.cited_dates import cited_dates
from kdnet_docs.checks.terms.defined_twice import defined_twice
from kdnet_docs.checks.terms.document_names import document_names
from kdnet_docs.checks.terms.names import names
from kdnet_docs.checks.terms.one_word_or_two import one_word_or_two
from kdnet_docs.checks.terms.stated_names import stated_names
from kdnet_docs.checks.terms.two_spellings import two_spellings
from kdnet_docs.checks.terms.undefined_terms import undefined_terms
from kdnet_docs.checks.terms.unused_terms import unused_terms
from kdnet_docs.checks.times.baselines import baselines
from kdnet_docs.checks.times.deadlines import deadlines
from kdnet_docs.checks.times.impossible import impossible
from kdnet_docs.checks.times.measured import measured
from kdnet_docs.checks.times.passed import passed
from kdnet_docs.checks.times.periods import periods
from kdnet_docs.checks.times.versions import versions
from kdnet_docs.checks.times.weekdays import weekdays
from kdnet_docs.checks.unanswered import unanswered
from kdnet_docs.checks.wording.agreement import agreement
from kdnet_docs.checks.wording.commas import commas
from kdnet_docs.checks.wording.dashes import dashes
from kdnet_docs.checks.wording.double_spaces import double_spaces
from kdnet_docs.checks.wording.double_words import double_words
from kdnet_docs.checks.wording.doubled_signs import doubled_signs
from kdnet_docs.checks.wording.full_stops import full_stops
from kdnet_docs.checks.wording.initials import initials
from kdnet_docs.checks.wording.long_sentences import long_sentences
from kdnet_docs.checks.wording.misspelt_abbreviations import misspelt_abbreviations
from kdnet_docs.checks.wording.paired_words import paired_words
from kdnet_docs.checks.wording.per_cent import per_cent
from kdnet_docs.checks.wording.quotation_marks import quotation_marks
from kdnet_docs.checks.wording.small_starts import small_starts
from kdnet_docs.checks.wording.spaces_at_signs import spaces_at_signs
from kdnet_docs.checks.wording.split_words import split_words
from kdnet_docs.checks.wording.unclosed import unclosed
from kdnet_docs.checks.wording.units import units
from kdnet_docs.checks.wording.variants import variants
from kdnet_docs.document.tree import Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.bilag import MeetingSources, Written

PROOFREADING: tuple[Check, ...] = (
    # references
    missing_parts,
    missing_titles,
    directions,
    table_directions,
    typed_numbers,
    moved_parts,
    changed_ids,
    attached,
    named_otherwise,
    goal_headings,
    empty_parts,
    broken_fields,
    # accessibility
    false_headings,
    table_headers,
    link_words,
    bare_addresses,
    language,
    # names and terms
    document_names,
    two_spellings,
    capitals,
    one_word_or_two,
    unused_terms,
    undefined_terms,
    defined_twice,
    names,
    stated_names,
    cited_dates,
    # what the version before left open
    unanswered,
    # time
    passed,
    measured,
    deadlines,
    periods,
    weekdays,
    impossible,
    baselines,
    versions,
    # figures
    total_among_rows,
    counted_lists,
    enumerations,
    counted_things,
    one_or_several,
    amounts,
    restated,
    shares,
    parts_of_whole,
    below_baseline,
    below_last_year,
    # obligations
    without_measure,
    without_deadline,
    without_owner,
    without_carrier,
    mixed,
    said_twice,
    # wording
    double_words,
    doubled_signs,
    full_stops,
    commas,
    spaces_at_signs,
    units,
    misspelt_abbreviations,
    unclosed,
    initials,
    small_starts,
    agreement,
    per_cent,
    variants,
    long_sentences,
    quotation_marks,
    dashes,
    paired_words,
    split_words,
    double_spaces,
    # spelling
    misspelt,
    # personal data
    personal_numbers,
    private_contact,
)
"""Every check of the words of a document, in the order in which they run."""

PackageCheck: TypeAlias = Callable[[MeetingSources], Iterable[Diagnostic]]

OF_PACKAGES: tuple[PackageCheck, ...] = (agenda_gaps, unmentioned_bilag)
"""Every check of what is sent out for a meeting."""


def proofread(
    source: Written | MeetingSources,
    documents: Sequence[Document],
    find_earlier: Callable[[], Contract | StatusTable | None],
    find_speller: Callable[[], Speller | Refused | None],
    errors: Sequence[Diagnostic] = (),
) -> tuple[Diagnostic, ...]:
    """What is found in the words of a source's documents; of a meeting they are dagsorden and referat.

    `errors` are those for which there is no build yet.
    """
    model = source.meeting if isinstance(source, MeetingSources) else source
    findings: list[Diagnostic] = []
    for document in documents:
        subject = Subject(model, document, find_earlier=find_earlier, find_speller=find_speller)
        found = (finding for check in PROOFREADING for finding in check(subject))
        findings.extend(not_beside(errors, found, subject.anatomy))
    if isinstance(source, MeetingSources):
        for look in OF_PACKAGES:
            findings.extend(look(source))
    return in_reading_order(findings)
