"""How exactly a figure is written."""

import re
from decimal import Decimal

from kdnet_docs.reading.values import Figure

_DIGITS = re.compile(r"\d[\d.,\s\u00a0]*")


def step(figure: Figure) -> Decimal:
    """The smallest step that a figure as it is written can take: 0,001 mio. kr. is 1.000."""
    digits = _DIGITS.search(figure.text)
    if digits is None or not figure.number:
        return Decimal(1)
    written = Decimal(re.sub(r"[^\d,]", "", digits[0]).strip(",").replace(",", ".") or 1)
    decimals = Decimal(1).scaleb(int(written.as_tuple().exponent))
    return decimals * abs(figure.number / written) if written else Decimal(1)
