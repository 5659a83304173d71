"""Fail on a dependency whose licence does not go with ours, or that docs/licences.md does not name.

Usage: python scripts/check_licences.py [--write]

It reads what is installed, so run it where '.[test,checks]' is. With --write it writes docs/licences.md.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "licences.md"
OURS = "goedwerk-tui"

COMPATIBLE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD-3-Clause-Attribution",
    "ISC",
    "LGPL-3.0-only",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Unlicense",
}
"""What may be used by a program under the EUPL-1.2 and passed on beside it, without changing the terms of either."""

CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}

READ_BY_HAND = {
    "grimp": "BSD-2-Clause",
    "import-linter": "BSD-2-Clause",
    "jinja2": "BSD-3-Clause",
    "nodeenv": "BSD-3-Clause",
    "pyperclip": "BSD-3-Clause",
    "tatsu": "BSD-3-Clause-Attribution",
}
"""Packages whose metadata do not say which licence, by the licence file that they come with."""

HEAD = """# Licences of what the program depends on

Made by `scripts/check_licences.py` from the metadata of the installed packages; it fails on a licence that can't go
with the EUPL-1.2. A package is used as it is and is no part of this repository; only the single file of a release
(`.pyz`) holds those that the program needs, each with its own licence.

| package | licence | for |
|---|---|---|
"""

TAIL = """
The typefaces of a PDF come with typst, inside that package: Libertinus Serif under the SIL Open Font License, New
Computer Modern under the GUST Font License, DejaVu Sans Mono under the Bitstream Vera licence. No typeface is in this
repository.

The word lists in `goedwerk_tui/sharing/known_words/` and `content/nl/words.txt` were made for this program and fall
under its own licences, by `REUSE.toml`. Hunspell and its Dutch dictionary are called where they are installed, and
never shipped.
"""


def needed(name: str, extras: tuple[str, ...], seen: set[str]) -> Iterator[Distribution]:
    """Yield what a package needs on this machine, directly and indirectly; what is not installed is not needed here."""
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        if requirement.marker and not any(requirement.marker.evaluate({"extra": each}) for each in extras or ("",)):
            continue
        key = canonicalize_name(requirement.name)
        if key in seen:
            continue
        seen.add(key)
        try:
            yield distribution(key)
        except PackageNotFoundError:
            sys.exit(f"{key} is not installed; run this where '.[test,checks]' is")
        yield from needed(key, tuple(requirement.extras), seen)


def licence_of(package: Distribution) -> str:
    """Return the licence as an SPDX expression, or nothing when the metadata do not say which."""
    said = package.metadata
    for words in (READ_BY_HAND.get(canonicalize_name(package.name)), said["License-Expression"], said["License"]):
        try:
            return canonicalize_license_expression(words or "")
        except InvalidLicenseExpression:
            continue
    return " AND ".join(
        CLASSIFIERS.get(each, "") for each in said.get_all("Classifier", ()) if each.startswith("License")
    )


def is_compatible(licence: str) -> bool:
    """Say whether a licence goes with ours: of every part that must be kept, one alternative does."""
    parts = (re.split(r" OR ", part.strip("() ")) for part in licence.split(" AND "))
    return all(any(each.strip("() ") in COMPATIBLE for each in alternatives) for alternatives in parts)


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield name, licence and use of every package, those that the program needs first."""
    seen = {OURS}
    for use, extras in (("the program", ()), ("pdf", ("pdf",)), ("tests", ("test",)), ("checks", ("checks",))):
        found = sorted(needed(OURS, extras, seen), key=lambda each: canonicalize_name(each.name))
        yield from ((canonicalize_name(each.name), licence_of(each), use) for each in found)


def main() -> None:
    """Check, and write the page when asked."""
    found = list(rows())
    wrong = [f"{name}: {licence or 'not said'}" for name, licence, _ in found if not is_compatible(licence)]
    if wrong:
        sys.exit("not in the list of compatible licences:\n" + "\n".join(wrong))
    lines = {name: f"| {name} | {licence} | {use} |\n" for name, licence, use in found}
    if "--write" in sys.argv[1:]:
        PAGE.write_text(HEAD + "".join(lines.values()) + TAIL, encoding="utf-8")
    # What only another system or Python needs is checked there, and not listed.
    pinned = re.findall(r"^(.+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    usual = {canonicalize_name(name) for name in pinned}
    page = PAGE.read_text(encoding="utf-8")
    if missing := [name for name, line in lines.items() if name in usual and line not in page]:
        sys.exit(f"docs/licences.md is out of date for {', '.join(missing)}; run scripts/check_licences.py --write")
    print(f"{len(found)} packages, all under a licence that goes with the EUPL-1.2")


if __name__ == "__main__":
    main()
