from kdnet_docs.ooxml.stable_ids import FileIds, StableIds


def test_a_key_has_the_same_number_whatever_else_there_is() -> None:
    one, other = StableIds(range(1000, 2000)), StableIds(range(1000, 2000))
    other.of("something", "else")
    assert one.of("list", "a", 1) == one.of("list", "a", 1) == other.of("list", "a", 1)


def test_no_two_keys_have_one_number_even_where_all_are_given() -> None:
    ids = StableIds(range(5, 25))
    ids.reserve((7, 8))
    given = [ids.of("list", at) for at in range(18)]
    assert sorted(given) == [5, 6, *range(9, 25)]


def test_numbers_of_lists_are_such_as_word_takes() -> None:
    ids = FileIds()
    assert all(0 < ids.lists.of("list", at) < 0x7FFF for at in range(300))


def test_headings_have_names_of_word_s_own_form() -> None:
    name = FileIds().heading_name("oekonomi")
    assert name.startswith("_Toc")
    assert len(name) == 13
