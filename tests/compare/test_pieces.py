from kdnet_docs.compare.pieces import Piece, joined, pieces


def test_pieces_say_what_stayed_what_went_and_what_came_and_where() -> None:
    assert list(pieces("på 40 pct.", "på 45 pct.")) == [
        Piece(kind="same", text="på ", start=0, end=3, new_start=0),
        Piece(kind="deleted", text="40", start=3, end=5, new_start=3),
        Piece(kind="inserted", text="45", start=3, end=5, new_start=3),
        Piece(kind="same", text=" pct.", start=5, end=10, new_start=5),
    ]


def test_the_parts_of_a_split_stand_on_lines_of_their_own() -> None:
    found = list(pieces("En. To.", joined(["En.", "To."])))
    assert [(piece.kind, piece.text) for piece in found] == [
        ("same", "En."),
        ("deleted", " "),
        ("inserted", "\n"),
        ("same", "To."),
    ]
