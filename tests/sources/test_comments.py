"""What is sent holds none of the notes that authors write to each other, and every word of the rest."""

import pytest
from project_documents import PROJECT, REFERENCES

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode
from kdnet_docs.base.spans import Source
from kdnet_docs.model.notes import TO_THE_WRITERS
from kdnet_docs.sources.comments import comments, without_comments
from kdnet_docs.sources.compose import compose


def says(node: Node) -> object:
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, MappingNode):
        return {key: says(value) for key, value in node.items()}
    return [says(item) for item in node]


def read(source: Source) -> MappingNode:
    node = compose(source)
    assert not isinstance(node, Refused)
    return node


def test_comments_go_with_their_lines_and_their_room() -> None:
    text = """\
# INTERN NOTE

kind: contract  # note
title: "Nr. # 1"  # endnu en
body:
  # kun her
  - text: |  # om teksten
      # ikke en note, men ord
      Ord # og ord.

  - text: 'a # b' # c
# sidst
"""
    assert (
        without_comments(Source("x.yaml", text))
        == """\
kind: contract
title: "Nr. # 1"
body:
  - text: |
      # ikke en note, men ord
      Ord # og ord.

  - text: 'a # b'
"""
    )


def test_line_breaks_of_windows_are_no_hindrance() -> None:
    text = "# note\r\nkind: contract  # note\r\n# note\r\ntitle: Aftale\r\n"
    bare = Source("", without_comments(Source("", text)))
    assert says(read(bare)) == {"kind": "contract", "title": "Aftale"}
    assert comments(read(bare)) == []


@pytest.mark.parametrize(
    "text",
    [
        "kind: contract  # note\nsilence:\n  # note\n  - code: X\n    reason: Godt\n# note\ntitle: Aftale\n",
        "silence: [{code: KD570,\n  reason: Godt}]\nkind: contract\ntitle: Aftale\n",
        "kind: contract\ntitle: Aftale  # note\nsilence:\n  - {code: KD570, reason: Godt}  # note\n",
        "{kind: contract, silence: [{code: KD570, reason: Godt}], title: Aftale}\n",
        "{kind: contract, title: Aftale, silence: [{code: KD570, reason: Godt}]}\n",
        "kind: contract\nsilence:\n- {code: X, reason: Godt}\nunanswered:\n- {words: Godt}\ntitle: Aftale",
    ],
)
def test_what_is_said_to_the_checks_goes_along_with_no_file(text: str) -> None:
    bare = Source("", without_comments(Source("", text)))
    assert says(read(bare)) == {"kind": "contract", "title": "Aftale"}
    assert "Godt" not in bare.text
    assert "note" not in bare.text


@pytest.mark.parametrize("reference", REFERENCES)
def test_the_real_sources_say_the_same_without_their_comments(reference: str) -> None:
    path = PROJECT.path_of(reference)
    assert not isinstance(path, Refused)
    source = Source(str(path), path.read_text("utf-8"))
    assert comments(read(source))
    bare = Source("", without_comments(source))
    assert comments(read(bare)) == []
    said = {key: value for key, value in read(source).items() if key not in TO_THE_WRITERS}
    assert says(read(bare)) == {key: says(value) for key, value in said.items()}
