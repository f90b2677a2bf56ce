"""What every report of a comparison says alike: its title, its subject, how much changed, facts in groups."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.sentences import kind_group, kind_groups, sentence
from kdnet_docs.compare.weight import by_weight
from kdnet_docs.document.anatomy import NOTE_MARK, Leaf


def title(comparison: Comparison) -> Message:
    """What a report is called: by the versions, where they tell the documents from one another."""
    old, new = comparison.aligned.old.document, comparison.aligned.new.document
    if old.version == new.version:
        return msg("Changes in {version}", version=new.version)
    return msg("Changes from {old} to {new}", old=old.version, new=new.version)


def subject(comparison: Comparison) -> str:
    """What the documents are about, as the new one says it."""
    new = comparison.aligned.new.document
    return new.subject or new.title


def counted(facts: Sequence[Fact]) -> Message:
    """How many changes there are, those of form alone among them: "136 ændringer, heraf 15 kun af form"."""
    count, minor = len(facts), sum(fact.minor for fact in facts)
    if count == 1:
        return msg("1 change, of form alone") if minor else msg("1 change")
    if minor == count:
        return msg("{count} changes, all of form alone", count=count)
    if minor:
        return msg("{count} changes, {minor} of them of form alone", count=count, minor=minor)
    return msg("{count} changes", count=count)


def grouped(facts: Sequence[Fact]) -> Iterator[tuple[Message, tuple[Fact, ...]]]:
    """The facts of each group that has some, the groups in the order of their weight."""
    for group in kind_groups():
        found = [fact for fact in facts if kind_group(fact.kind) == group]
        if found:
            yield group, tuple(sorted(found, key=lambda fact: (fact.kind is Kind.TYPOGRAPHY, fact.number)))


def short_list(comparison: Comparison) -> Iterator[Message]:
    """How many changes there are, the weightiest with their clauses, and how many there are besides."""
    facts = comparison.facts
    if not facts:
        yield msg("Nothing has changed that can be told in a sentence.")
        return
    yield msg("{changes}:", changes=counted(facts))
    for fact in by_weight(facts)[:_SHORT_LIST]:
        yield with_clause(fact, comparison)
    if len(facts) > _SHORT_LIST:
        yield besides(len(facts) - _SHORT_LIST)


def besides(count: int) -> Message:
    """How many changes are not told here."""
    if count == 1:
        return msg("There is 1 more change, see the report.")
    return msg("There are {count} more changes, see the report.", count=count)


def with_clause(fact: Fact, comparison: Comparison) -> Message:
    """A fact in its sentence, with the clause it stands in where the sentence does not name that."""
    told, clause = sentence(fact), clause_name(fact, comparison)
    if clause in told.to(comparison.aligned.new.document.language):
        return told
    return msg("{sentence} ({clause})", sentence=told, clause=clause)


def clause_name(fact: Fact, comparison: Comparison) -> str:
    """What the clause of a fact is called for short: "Mål 1", or else its heading."""
    aligned, identity = comparison.aligned, fact.where.clause_id
    heading = aligned.new.leaves.get(identity) or aligned.old.leaves.get(identity)
    label = bare_number(heading) if heading else ""
    return label if " " in label else shortened(fact.where.clause, _SHORT_NAME)


def bare_number(heading: Leaf) -> str:
    """The number of a heading without the sign that leads over to its words: "Mål 1", "3."."""
    return " ".join(heading.label.split()).rstrip(" –-:")


_FIRST_WORDS, _SHORT_NAME = 60, 30
_SHORT_LIST = 20


def shortened(text: str, most: int = _FIRST_WORDS) -> str:
    """The first words of a text, to know it by."""
    words = " ".join(text.replace(NOTE_MARK, "").split())
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"
