"""Which tests of screens are in every run."""

from collections import defaultdict
from pathlib import Path

import pytest

HERE = Path(__file__).parent
VARIANTS = 2
"""How many variants of a test of screens are in every run. Each starts the app: a quarter of a second, and more."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave all but a few variants of a test of screens to the long tests, unless each is said to count."""
    variants: defaultdict[tuple[object, str], list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.path.parent == HERE and not any(item.get_closest_marker(name) for name in ("each", "long")):
            variants[item.parent, item.name.partition("[")[0]].append(item)
    for each in variants.values():
        kept = {number * len(each) // VARIANTS for number in range(VARIANTS)}
        for number, item in enumerate(each):
            if number not in kept:
                item.add_marker("long")
