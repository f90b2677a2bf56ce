"""Whether two words are the same but for one letter."""

LONG = 5
"""Of shorter words both may be right, though they differ by a letter only: "Indre" and "Ydre"."""


def is_one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is missing in one of them, is another, or has changed places with the next."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    at = next((index for index, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = long[at + 1 : at + 2] + long[at : at + 1]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == swapped and short[at + 2 :] == long[at + 2 :]
    )
