from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from kdnet_docs.alignment.increasing import heaviest

WEIGHED = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 6)), max_size=9, unique_by=lambda one: one[0])


@given(WEIGHED)
def test_no_rising_subsequence_weighs_more(weighed: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in weighed], [weight for _, weight in weighed]
    found = heaviest(values, weights)
    assert found == sorted(found)
    assert _rises(values, found)
    every = (chosen for count in range(len(values) + 1) for chosen in combinations(range(len(values)), count))
    assert sum(weights[at] for at in found) == max(
        sum(weights[at] for at in chosen) for chosen in every if _rises(values, chosen)
    )


def _rises(values: list[int], chosen: list[int] | tuple[int, ...]) -> bool:
    return all(values[one] < values[other] for one, other in pairwise(chosen))
