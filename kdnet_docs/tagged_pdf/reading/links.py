"""Links that would run something: scripts and programs where an address or a PDF is expected.

What a reader does with them is its own affair; many run a program that lies on the machine or a share.
A link to another file there is not refused, for offices send many such; whoever gets the file has
neither, so `merge` drops it.
"""

import re
from urllib.parse import unquote

from pypdf.generic import DictionaryObject

from kdnet_docs.tagged_pdf.reading.access import name_in, octets, value_in
from kdnet_docs.tagged_pdf.reading.attached_files import is_program, named
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

_SCRIPT = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
# Of this machine, by scheme or drive, or of a share (UNC), whichever way the slashes lean.
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|[\\/]{2}", re.IGNORECASE)
# Readers leave out blanks and control characters of a scheme, and so does whoever hides one.
_NOT_READ = re.compile(r"[^\x21-\x7e]")
_LONGEST_DETAIL = 100


def runs(one: DictionaryObject) -> Unusable | None:
    """What a link runs, where a dictionary is one that does; also an address that others are relative to."""
    for key in ("/URI", "/Base"):
        address = octets(value_in(one, key))
        if address is not None and (refused := _address(address.decode("latin-1"))):
            return refused
    if name_in(one, "/S") != "/GoToR":
        return None
    for name in named(value_in(one, "/F")):
        if refused := _address(name):
            return refused
        if is_program(name):
            return Unusable(reason=Reason.LAUNCH, detail=name[:_LONGEST_DETAIL])
    return None


def _address(address: str) -> Unusable | None:
    read = _NOT_READ.sub("", address)
    detail = read[:_LONGEST_DETAIL]
    if _SCRIPT.match(read):
        return Unusable(reason=Reason.SCRIPTS, detail=detail)
    if _LOCAL.match(read) and is_program(unquote(re.split(r"[?#]", read)[0])):
        return Unusable(reason=Reason.LAUNCH, detail=detail)
    return None


def is_local(address: bytes) -> bool:
    """Whether an address leads to a machine or a share, and nowhere for who is elsewhere."""
    return _LOCAL.match(_NOT_READ.sub("", address.decode("latin-1"))) is not None
