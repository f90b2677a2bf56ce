from kdnet_docs.cli.findings.printable import Line, printable, safe


def test_letters_of_any_script_stay() -> None:
    text = "æøå ÆØÅ é ß – “ord” 日本 עברית 👩‍👧"
    assert safe(text) == text


def test_what_a_screen_would_obey_is_shown_as_a_sign() -> None:
    assert safe("\x1b[31m\x00\n\u202e\x85") == "␛[31m␀␊<U+202E><U+0085>"


def test_long_sentences_keep_both_ends() -> None:
    text = printable("begin " + "x" * 10_000 + " end")
    assert text.startswith("begin ")
    assert text.endswith(" end")
    assert len(text) < 500


def test_a_line_that_fits_is_whole() -> None:
    line = Line("a\tb", 20, keep=0)
    assert line.text == "a    b"
    assert line.under(2, 3) == (5, 1)
