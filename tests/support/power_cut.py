"""What a disk may hold after a power cut: the file operations of a run are recorded, and every prefix is replayed.

The method is that of Pillai et al., ‘All File Systems Are Not Created Equal’ (OSDI 2014), with the worst that POSIX
allows. What was written to a file and not synced may be there, be absent, be cut off or be zeros. A name that was made,
moved or removed is certain once its folder was synced; until then each of these may have been done or not, whatever
became of the others. A rename is done as a whole or not at all.
"""

import os
import random
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

Tree = dict[str, bytes | None]
"""Files with what is in them, and folders, by their path under the root."""
_FOLDER = -1
_ALL_SUBSETS_UP_TO = 7
_SAMPLES = 100


class Operation(NamedTuple):
    """One thing that was asked of the disk, or a promise that was made to the person."""

    what: str
    """write, sync, name, move, remove, sync-folder, promise or withdraw."""
    at: str = ""
    """The folder that it is about, under the root."""
    name: str = ""
    to: str = ""
    """The new name, of a move."""
    file: int = _FOLDER
    """The number of the file that it is about."""
    data: bytes = b""
    promise: Any = None


class Recorder:
    """Notes what a run does under one folder, and what it promised in between."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before = read_tree(root)
        self.operations: list[Operation] = []
        self.unseen: list[str] = []
        """What was done to the disk without being noted: the recording is then worth nothing."""
        self._opened: dict[int, tuple[str, int]] = {}
        self._files = len(self.before)
        self._noting = False

    def promise(self, what: object) -> None:
        """Note that from here on this must hold."""
        self.operations.append(Operation("promise", promise=what))

    def withdraw(self, what: object) -> None:
        """Note that from here on this may or may not hold."""
        self.operations.append(Operation("withdraw", promise=what))

    def come_between(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand between the run and the disk."""
        moved = self._noted(os.replace, self._moved)
        removed = self._noted(os.unlink, self._removed)
        for name, instead in {
            "open": self._noted(os.open, self._was_opened),
            "write": self._noted(os.write, self._written),
            "fsync": self._noted(os.fsync, self._synced),
            "close": self._noted(os.close, lambda _, descriptor: self._opened.pop(descriptor, None)),
            "mkdir": self._noted(os.mkdir, self._made),
            "rmdir": self._noted(os.rmdir, self._removed),
            "replace": moved,
            "rename": moved,
            "unlink": removed,
            "remove": removed,
        }.items():
            monkeypatch.setattr(os, name, instead)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear what Python asks of the disk, to know that nothing escapes the recording."""
        changes = event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
        if event == "open":
            changes = bool((arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR))
        if changes and not self._noting and self._where(arguments[0]):
            self.unseen.append(f"{event} {arguments[0]}")

    def _noted(self, real: Callable[..., Any], note: Callable[..., object]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            before, self._noting = self._noting, True
            try:
                done = real(*arguments, **options)
            finally:
                self._noting = before
            note(done, *arguments)
            return done

        return call

    def _where(self, path: object) -> tuple[str, str] | None:
        if not isinstance(path, (str, os.PathLike)) or not Path(path).is_relative_to(self.root):
            return None
        relative = Path(path).relative_to(self.root)
        return str(relative.parent), relative.name

    def _was_opened(self, descriptor: int, path: object, flags: int, *_: object) -> None:
        where = self._where(path)
        if where is None:
            self._opened.pop(descriptor, None)  # the number may be one that was closed unheard, with its file
            return
        file = _FOLDER
        if flags & (os.O_WRONLY | os.O_RDWR):
            assert flags & os.O_CREAT and flags & os.O_EXCL, f"{path} is changed in its place"
            file = self._files = self._files + 1
            self.operations.append(Operation("name", *where, file=file))
        self._opened[descriptor] = str(Path(*where)), file

    def _written(self, length: int, descriptor: int, data: bytes) -> None:
        if descriptor in self._opened:
            file = self._opened[descriptor][1]
            self.operations.append(Operation("write", file=file, data=bytes(data[:length])))

    def _synced(self, _: None, descriptor: int) -> None:
        if descriptor in self._opened:
            path, file = self._opened[descriptor]
            self.operations.append(Operation("sync-folder", path) if file == _FOLDER else Operation("sync", file=file))

    def _made(self, _: None, path: object, *__: object) -> None:
        if where := self._where(path):
            self.operations.append(Operation("name", *where))

    def _moved(self, _: None, path: object, target: object) -> None:
        where, there = self._where(path), self._where(target)
        if where and there:
            assert where[0] == there[0], "a move between two folders is not replayed"
            self.operations.append(Operation("move", *where, to=there[1]))

    def _removed(self, _: None, path: object) -> None:
        if where := self._where(path):
            self.operations.append(Operation("remove", *where))


@contextmanager
def recording(root: Path) -> Generator[Recorder]:
    """Record what is done under a folder."""
    recorder = Recorder(root)
    _LISTENING.append(recorder)
    with pytest.MonkeyPatch.context() as monkeypatch:
        recorder.come_between(monkeypatch)
        try:
            yield recorder
        finally:
            _LISTENING.remove(recorder)
    assert recorder.unseen == []


_LISTENING: list[Recorder] = []


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    for recorder in _LISTENING:
        recorder.hear(event, arguments)


sys.addaudithook(_hear)


class Disk:
    """What is certain and what is not, after some operations."""

    def __init__(self, before: Tree) -> None:
        self.names: dict[tuple[str, str], int] = {}
        """What is certainly called so: the number of a file, or that it is a folder."""
        self.synced: dict[int, bytes] = {}
        self.written: dict[int, bytes] = {}
        self.now: dict[tuple[str, str], int] = {}
        """What is called so as long as the machine runs."""
        self.pending: list[Operation] = []
        for number, (path, data) in enumerate(before.items()):
            place = Path(path)
            self.names[str(place.parent), place.name] = _FOLDER if data is None else number
            if data is not None:
                self.synced[number] = self.written[number] = data
        self.now = dict(self.names)

    def do(self, operation: Operation) -> None:
        """Take one operation more."""
        match operation.what:
            case "write":
                self.written[operation.file] += operation.data
            case "sync":
                self.synced[operation.file] = self.written[operation.file]
            case "sync-folder":
                _apply([each for each in self.pending if each.at == operation.at], self.names)
                self.pending = [each for each in self.pending if each.at != operation.at]
            case "name" | "move" | "remove":
                if operation.what == "name" and operation.file != _FOLDER:
                    self.synced[operation.file] = self.written[operation.file] = b""
                if operation.what == "move":
                    operation = operation._replace(file=self.now[operation.at, operation.name])
                _apply([operation], self.now)
                self.pending.append(operation)
            case _:
                pass

    def states(self) -> Iterator[Tree]:
        """Yield every tree that may be found after a power cut now."""
        for done in _subsets(self.pending):
            names = dict(self.names)
            _apply(done, names)
            reachable = _reachable(names)
            files = [file for file in reachable.values() if file != _FOLDER]
            for contents in product(*(_contents(self.synced[each], self.written[each]) for each in files)):
                found = dict(zip(files, contents, strict=True))
                yield {path: None if file == _FOLDER else found[file] for path, file in reachable.items()}


def _apply(operations: list[Operation], names: dict[tuple[str, str], int]) -> None:
    for each in operations:
        if each.what == "name":
            names[each.at, each.name] = each.file
        elif each.what == "remove":
            names.pop((each.at, each.name), None)
        else:
            # The name that is moved may itself never have reached the disk.
            names.pop((each.at, each.name), None)
            names[each.at, each.to] = each.file


def _reachable(names: dict[tuple[str, str], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    waiting = ["."]
    while waiting:
        folder = waiting.pop()
        for (at, name), file in names.items():
            if at == folder:
                path = str(Path(at, name))
                found[path] = file
                if file == _FOLDER:
                    waiting.append(path)
    return dict(sorted(found.items()))


def _contents(synced: bytes, written: bytes) -> tuple[bytes, ...]:
    if synced == written:
        return (synced,)
    half = written[: (len(synced) + len(written)) // 2]
    return synced, half, written, synced + bytes(len(written) - len(synced))


def _subsets(pending: list[Operation]) -> Iterator[list[Operation]]:
    if len(pending) <= _ALL_SUBSETS_UP_TO:
        for chosen in chain.from_iterable(combinations(pending, size) for size in range(len(pending) + 1)):
            yield list(chosen)
        return
    chance = random.Random(len(pending))
    yield []
    yield pending
    for each in pending:
        yield [each]
        yield [other for other in pending if other is not each]
    for _ in range(_SAMPLES):
        yield [each for each in pending if chance.random() < 0.5]


def replay(recorder: Recorder, check: Callable[[list[Any]], None]) -> int:
    """Lay every state that a power cut may leave where the run was, one after another, and check it.

    Args:
        recorder: a run.
        check: gets the promises that had been made by then; raises when the state breaks one.

    Returns:
        How many different states there were.
    """
    disk, promises = Disk(recorder.before), list[Any]()
    seen: set[tuple[int, frozenset[tuple[str, bytes | None]]]] = set()
    for number, operation in enumerate((Operation(""), *recorder.operations)):
        if operation.what == "promise":
            promises.append(operation.promise)
        elif operation.what == "withdraw":
            promises.remove(operation.promise)
        disk.do(operation)
        for tree in disk.states():
            state = (hash(tuple(map(id, promises))), frozenset(tree.items()))
            if state not in seen:
                seen.add(state)
                _lay(tree, recorder.root)
                try:
                    check(promises)
                except BaseException as broken:
                    broken.add_note(f"after operation {number}, {operation}, with {sorted(tree)}")
                    raise
    return len(seen)


def _lay(tree: Tree, into: Path) -> None:
    for each in sorted(into.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    for path, data in tree.items():
        if data is None:
            (into / path).mkdir()
        else:
            (into / path).write_bytes(data)


def read_tree(root: Path) -> Tree:
    """Return what is under a folder."""
    return {
        str(each.relative_to(root)): each.read_bytes() if each.is_file() else None for each in sorted(root.rglob("*"))
    }
