"""Files beside a program that have the name of a module which this package needs.

Python looks for modules in the program's folder first: a `calendar.py` there is what the standard
library's cookie jar gets, in the program and in the provider's process. Where there is such a
file, everything that this package needs is imported at once, past it.
"""

from __future__ import annotations

import builtins
import importlib
import os
import pkgutil
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Final

_NOT_FOR_PROGRAMS: Final = ("cli", "sandbox")
"""Subpackages that neither a program nor its provider needs."""

_IMPORTED_WHEN_CALLED: Final = (
    "anyio",
    "certifi",
    "difflib",
    "encodings.idna",
    "h11",
    "httpcore",
    "importlib.readers",
    "importlib.resources.readers",
    "phonenumbers.data.region_US",
    "tzdata.zoneinfo",
)
"""What is imported when a function is called: here, in other packages, in the standard library."""

_UNPICKLING: Final = ("pickle", "dill._dill")
"""What brings a program's own classes to the provider's process, by the names of their modules."""


def import_past_them() -> None:
    """Import what this package needs where the program's folder would give it something else.

    The program's own modules stay what they are for the program.
    """
    folder = os.path.realpath(os.getcwd())
    path = [entry for entry in sys.path if os.path.realpath(entry or ".") != folder]
    if len(path) == len(sys.path):
        return
    beside = {module.name for module in pkgutil.iter_modules([folder])} - {"__main__"}
    names = {name for name in beside if PathFinder.find_spec(name, path) is not None}
    if names:
        _Namesakes(folder, path, names).import_past()


class _Namesakes:
    """Modules of a program's folder that have the names of other modules on the path.

    `sys.modules` has the others until the program asks for its own: then it has those, and
    whoever else imports by a name is answered with the other.
    """

    def __init__(self, folder: str, path: list[str], names: set[str]) -> None:
        self._folder = folder + os.sep
        self._path = path
        # An environment may lie in the program's folder.
        self._elsewhere = tuple(os.path.realpath(entry) + os.sep for entry in path)
        self._names = names
        self._given: set[str] = set()
        self._underway: set[str] = set()
        self._own = {key: each for key, each in _loaded(names).items() if self._is_own(vars(each))}
        self._others: dict[str, ModuleType] = {}
        # `sys.modules` has one module of a name at a time: the lock is held by whoever imports one
        # by it. What this package needs is there by then, and is handed out without the lock.
        self._lock = threading.RLock()
        self._importer = 0

    def import_past(self) -> None:
        """Import everything by the rest of the path; the program finds its own when it asks."""
        # Other threads may be importing, too: they are answered when everything is there.
        with self._lock:
            self._importer = threading.get_ident()
            self._answer_imports()
            for name in self._own:
                del sys.modules[name]
            with self._by_the_rest_of_the_path():
                _import_everything()
            self._others = _loaded(self._names)
            self._mend()
            for name, module in self._own.items():
                # One that imports this package itself: its import ends with what stands there.
                if getattr(module.__spec__, "_initializing", False):
                    self._give(_first(name))
            self._importer = 0

    def _is_own(self, namespace: Mapping[str, object]) -> bool:
        """Tell whether a module is the program's, by its namespace."""
        file = namespace.get("__file__")
        if not isinstance(file, str):
            return True
        file = os.path.realpath(file)
        return file.startswith(self._folder) and not file.startswith(self._elsewhere)

    @contextmanager
    def _by_the_rest_of_the_path(self) -> Iterator[None]:
        before = list(sys.path)
        sys.path[:] = self._path
        try:
            yield
        finally:
            sys.path[:] = before

    def _mend(self) -> None:
        """Give modules that were loaded before, and are not the program's, what they asked for."""
        meant = {id(module): self._others.get(name) for name, module in self._own.items()}
        for module in list(sys.modules.values()):
            namespace = getattr(module, "__dict__", {})
            if not self._is_own(namespace):
                for name, value in list(namespace.items()):
                    if (other := meant.get(id(value))) is not None:
                        namespace[name] = other

    def _answer_imports(self) -> None:
        before = builtins.__import__

        def answered(
            name: str,
            globals: Mapping[str, object] | None = None,
            locals: Mapping[str, object] | None = None,
            fromlist: Sequence[str] | None = (),
            level: int = 0,
        ) -> ModuleType:
            importer = globals or {}
            asked = _first(str(importer.get("__package__")) if level else name)
            if asked not in self._names or threading.get_ident() == self._importer:
                return before(name, globals, locals, fromlist, level)
            if self._is_own(importer) or importer.get("__name__") in _UNPICKLING:
                with self._lock:
                    self._give(asked)
                    return before(name, globals, locals, fromlist, level)
            other = self._others.get(name) if level == 0 else None
            if other is not None and all(hasattr(other, part) for part in fromlist or ()):
                return other if fromlist else self._others[asked]
            with self._instead_of_own(asked):
                return before(name, globals, locals, fromlist, level)

        builtins.__import__ = answered

    def _give(self, name: str) -> None:
        """From now on `sys.modules` has the program's own module of a name."""
        if name not in self._given:
            self._given.add(name)
            _replace(name, self._own)

    @contextmanager
    def _instead_of_own(self, name: str) -> Iterator[None]:
        """Have the other module of a name for one import, and for those that it makes of itself."""
        with self._lock:
            if name in self._underway:
                yield
                return
            self._underway.add(name)
            shown = _loaded({name})
            _replace(name, self._others)
            try:
                with self._by_the_rest_of_the_path():
                    yield
            finally:
                self._underway.remove(name)
                self._others |= _loaded({name})
                _replace(name, shown if name in self._given else self._others)


def _first(name: str) -> str:
    return name.partition(".")[0]


def _loaded(names: set[str]) -> dict[str, ModuleType]:
    return {name: module for name, module in list(sys.modules.items()) if _first(name) in names}


def _replace(name: str, modules: Mapping[str, ModuleType]) -> None:
    """Have only those modules of a name, and of what is in it."""
    for each in _loaded({name}):
        del sys.modules[each]
    sys.modules.update({key: each for key, each in modules.items() if _first(key) == name})


def _import_everything() -> None:
    package = __name__.rpartition(".")[0]
    for name in _IMPORTED_WHEN_CALLED:
        importlib.import_module(name)
    for module in pkgutil.iter_modules(sys.modules[package].__path__, f"{package}."):
        if module.name.rpartition(".")[2] not in _NOT_FOR_PROGRAMS:
            _import_whole(module.name)


def _import_whole(name: str) -> None:
    module = importlib.import_module(name)
    for inner in pkgutil.iter_modules(getattr(module, "__path__", []), f"{name}."):
        _import_whole(inner.name)
