"""The house keeps its shape: imports go down, files stay small, the front door is what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import everest
from everest import errors
from everest.web.app import STATUS, status_of

SRC = Path(everest.__file__).parent
FORBIDDEN_ROOMS = {"utils", "helpers", "common", "core", "manager", "service", "base"}


def test_imports_only_go_down() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        capture_output=True,
        text=True,
        check=False,
        cwd=SRC.parent.parent,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_room_is_a_lumber_room() -> None:
    assert not [path for path in SRC.rglob("*.py") if path.stem in FORBIDDEN_ROOMS]


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_a_file_is_about_one_subject(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_front_door_opens_onto_everything_it_names() -> None:
    assert sorted(everest.__all__, key=str.lower) == sorted(everest._WHERE, key=str.lower)
    for name in everest.__all__:
        assert getattr(everest, name) is not None
    with pytest.raises(AttributeError):
        everest.nothing_of_the_kind  # noqa: B018


def test_importing_everest_loads_nothing_heavy() -> None:
    code = "import sys, everest; print([m for m in ('numpy','sqlalchemy','fastapi','pydantic','rich','docx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def tree(kind: type[Exception]) -> list[type[Exception]]:
    return [kind, *(found for child in kind.__subclasses__() for found in tree(child))]


@pytest.mark.parametrize("kind", tree(errors.EverestError), ids=lambda k: k.__name__)
def test_every_error_has_a_status_and_stands_in_the_tree_that_is_drawn(kind: type[Exception]) -> None:
    assert any(parent in STATUS for parent in kind.__mro__)
    assert status_of(kind("what")) >= 400
    if kind.__module__ == "everest.errors":
        assert kind.__name__ in (errors.__doc__ or "")


def test_no_file_names_a_registry_or_this_machine() -> None:
    root = SRC.parent.parent
    tracked = (
        subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
        .stdout.decode()
        .split("\0")
    )
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org", "/work" + "/"]
    for name in filter(None, tracked):
        content = (root / name).read_bytes() if (root / name).is_file() else b""
        for host in hosts:
            assert host.encode() not in content, f"{name} names {host}"
