"""Tests over many values: some of them in every run, all of them among the long tests."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest


def crossed(*ways: Sequence[Any], together: bool = False) -> list[Any]:
    """Return all combinations of some ways as parameters of a test, of which most are left to the long tests.

    Every run keeps those in which each value of each way occurs: of so many values of the shortest way, one in so many.

    Args:
        ways: the values of each.
        together: whether a combination is one parameter, for a fixture.
    """
    shortest = min(len(way) for way in ways)
    return [
        pytest.param(
            *((values,) if together else values),
            marks=() if sum(numbers) % shortest == 0 else pytest.mark.long,
        )
        for numbers, values in zip(product(*(range(len(way)) for way in ways)), product(*ways), strict=True)
    ]


def in_part(values: Sequence[Any], kept: int, *, several: bool = False) -> list[Any]:
    """Return values as parameters of a test, of which so many, spread over all, are in every run, the first one too.

    Args:
        values: the values.
        kept: how many of them are in every run.
        several: whether each is a row of several parameters.
    """
    chosen = {number * len(values) // kept for number in range(kept)}
    return [
        pytest.param(
            *(value if several else (value,)),
            marks=() if number in chosen else pytest.mark.long,
        )
        for number, value in enumerate(values)
    ]
