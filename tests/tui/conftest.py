"""Which tests of screens are in every run."""

import zlib
from collections import defaultdict
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave all but one variant of a test of screens to the long tests, unless each is said to count.

    Each starts the app: a second, and more. Of one test it is the first, of another that in the middle, so that every
    size and every pace is in each run.
    """
    variants: defaultdict[tuple[object, str], list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.path.parent == HERE and not any(item.get_closest_marker(name) for name in ("each", "long")):
            variants[item.parent, item.name.partition("[")[0]].append(item)
    for (_, name), each in variants.items():
        kept = zlib.crc32(name.encode()) % 2 * len(each) // 2
        for number, item in enumerate(each):
            if number != kept:
                item.add_marker("long")
