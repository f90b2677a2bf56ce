from findings import WARNING, finding, page

from kdnet_docs.cli.findings.github import render


def test_an_annotation_names_file_line_and_column() -> None:
    shown = render([finding("a: 1\ntitel: 2\n", "titel"), WARNING], page())
    assert shown == (
        "::error title=KD201,file=aftale.yaml,line=2,endLine=2,col=1,endColumn=6::"
        'the key "titel" is not known here%0Akeep one of them\n'
        "::warning title=KD502::goal 9 is empty"
    )


def test_a_source_cannot_write_a_command_of_its_own() -> None:
    shown = render(
        [finding("a: x\n::error::100 %\n", "x\n::error::100 %", name="a,b:c%.yaml", hint=False)], page()
    )
    assert shown.count("\n") == 0
    assert "file=a%2Cb%3Ac%25.yaml," in shown
    assert "100 %25" in shown


def test_a_place_of_several_lines_has_no_columns() -> None:
    assert "line=1,endLine=2::" in render([finding("a: b\nc: d\n", "b\nc")], page())
