"""The one seam where the journal's bytes go to the disk and come from it."""

from typing import Protocol


class Seal(Protocol):
    """What happens to bytes on their way to the disk and back."""

    def seal(self, plain: bytes) -> bytes:
        """Return the bytes as they stand on the disk."""
        ...

    def unseal(self, sealed: bytes) -> bytes:
        """Return what was sealed.

        Raises:
            ValueError: these bytes were not sealed by this seal, or were damaged.
        """
        ...


class OpenSeal:
    """Bytes stand on the disk as they are."""

    def seal(self, plain: bytes) -> bytes:
        """Return the bytes themselves."""
        return plain

    def unseal(self, sealed: bytes) -> bytes:
        """Return the bytes themselves."""
        return sealed


OPEN_SEAL = OpenSeal()
