"""The one place where what a person wrote meets the disk: its bytes go there, and come from there, through a seal."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from goedwerk_tui.base.files import Reason, WriteFailed, atomic_write, read_beginning, read_regular


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


@dataclass(frozen=True)
class Disk:
    """The disk, as it holds what a person wrote in the places that have it (``Places.disk``).

    What is copied, set aside or compared as it stands, byte for byte, needs no seal: a copy of what is sealed is.
    """

    seal: Seal = OPEN_SEAL

    def read(self, path: Path, limit: int) -> bytes:
        """Return what was written in a regular file; of one with nothing in it, that.

        Args:
            path: the file; a link is followed.
            limit: the largest size on the disk, in bytes, that is read.

        Raises:
            ReadFailed: it can't be read, with reason NO_FILE when nothing is there at all.
            ValueError: it was not sealed by this seal, or was damaged.
        """
        return self.unsealed(read_regular(path, limit))

    def read_beginning(self, path: Path, size: int, limit: int) -> bytes:
        """Return the first bytes that were written in a regular file, or all of them when it has fewer.

        Cheap where nothing is sealed: the rest is not read then.

        Args:
            path: the file; a link is followed.
            size: how many bytes.
            limit: as ``read`` has it, where all must be read.

        Raises:
            ReadFailed, ValueError: as ``read`` has it.
        """
        return read_beginning(path, size) if self.seal is OPEN_SEAL else self.read(path, limit)[:size]

    def write(
        self, path: Path, plain: bytes, limit: int, *, before_replace: Callable[[], None] | None = None
    ) -> os.stat_result:
        """Write a whole file, as ``atomic_write`` does.

        Args:
            path: the file; its folder must exist.
            plain: the whole content.
            limit: the largest size on the disk, in bytes, that can be read again.
            before_replace: called when the new file is written and has yet to take its place.

        Returns:
            The new file's status.

        Raises:
            WriteFailed: it was not written; with reason TOO_LARGE when it could never be read again.
        """
        sealed = self.sealed(plain)
        if len(sealed) > limit:
            raise WriteFailed(path, Reason.TOO_LARGE)
        return atomic_write(path, sealed, before_replace=before_replace)

    def sealed(self, plain: bytes) -> bytes:
        """Return bytes as they stand on this disk."""
        return self.seal.seal(plain)

    def unsealed(self, found: bytes) -> bytes:
        """Return what bytes that stand on this disk were before; where nothing stands, that.

        Raises:
            ValueError: they were not sealed by this seal, or were damaged.
        """
        return self.seal.unseal(found) if found.strip() else found


OPEN_DISK = Disk()
"""The disk as it holds what is not sealed."""
