"""What the page says of its own: headings, filters, keys."""

from collections.abc import Mapping
from types import MappingProxyType

from kdnet_docs.base.messages import Message, msg

WORDS: Mapping[str, Message] = MappingProxyType(
    {
        # headings
        "kicker": msg("Comparison of two versions"),
        "sources": msg("The sources, and how the report was made"),
        "before": msg("Before"),
        "now": msg("Now"),
        "facts": msg("What has changed"),
        "text": msg("The text with its changes"),
        "text_alone": msg("The text"),
        "not_shown": msg("What the report does not show"),
        "skip": msg("Go to the changes"),
        # filters
        "filters": msg("Choose among the changes"),
        "all": msg("All"),
        "kind": msg("Kind of change"),
        "party": msg("Party"),
        "clause": msg("Clause"),
        "reset": msg("Show all changes"),
        "shown": msg("{shown} of {count} changes shown", shown="{shown}", count="{count}"),
        "nothing": msg("No change fits. Choose something else, or show all changes."),
        # search
        "search": msg("Search in changes and text"),
        "found": msg("Changes: {facts} · places: {places}", facts="{facts}", places="{places}"),
        "found_here": msg(
            "Changes: {facts} · place {at} of {places}", facts="{facts}", at="{at}", places="{places}"
        ),
        # views
        "view": msg("How to show the text"),
        "side": msg("Side by side"),
        "inline": msg("In one"),
        "minor": msg("Show changes of form alone"),
        "tools": msg("Tools"),
        "previous": msg("Previous change"),
        "next": msg("Next change"),
        "position": msg("Place {at} of {count}", at="{at}", count="{count}"),
        # rows
        "one_more": msg("and 1 more place"),
        "more": msg("and {count} more places", count="{count}"),
        "in_text": msg("Show in the text"),
        "no_place": msg("has no place in the text"),
        "link_here": msg("Link to this place"),
        "footnote": msg("Footnote"),
        "changed": msg("Changed"),
        "inserted": msg("Added"),
        "deleted": msg("Removed"),
        "left": msg("Moved to"),
        "came": msg("Moved from"),
        "elsewhere": msg("a place in the same clause"),
        # what a screen reader says around words that went or came
        "del_open": msg("removed:"),
        "del_close": msg("end of removed"),
        "ins_open": msg("inserted:"),
        "ins_close": msg("end of inserted"),
        # help
        "help": msg("Help"),
        "keys": msg("Keys"),
        "key_next": msg("next and previous change"),
        "key_search": msg("search; Enter goes to the next place found"),
        "key_views": msg("in one, or side by side"),
        "key_help": msg("this help"),
        "shortcuts": msg("Use these keys"),
        "close": msg("Close"),
        "sign_del": msg("words that are gone"),
        "sign_ins": msg("words that are new"),
        "sign_moved": msg("moved to, and moved from; side by side a line joins the two places"),
        "sign_set": msg("the same words, formatted otherwise"),
        "sign_minor": msg("a change of form alone: spelling, signs, or the shift of years"),
    }
)
