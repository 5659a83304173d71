"""Tests over what crosses: some combinations in every run, all of them among the long tests."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest


def crossed(*ways: Sequence[Any]) -> list[Any]:
    """Return all combinations of some ways as parameters of a test, of which most are left to the long tests.

    Every run keeps those in which each value of each way occurs: of so many values of the shortest way, one in so many.
    """
    shortest = min(len(way) for way in ways)
    return [
        pytest.param(
            *(value for _, value in combination),
            marks=() if sum(number for number, _ in combination) % shortest == 0 else pytest.mark.long,
        )
        for combination in product(*(tuple(enumerate(way)) for way in ways))
    ]
