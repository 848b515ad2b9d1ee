"""Compiles requirements.txt and requirements-dev.txt, with hashes, from pyproject.toml and requirements-dev.in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLAIN = [
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--allow-unsafe",
    "--strip-extras",
    "--quiet",
]


def main() -> None:
    """Write both files."""
    _compile("requirements.txt", "pyproject.toml", "requirements-build.in")
    _compile(
        "requirements-dev.txt",
        "pyproject.toml",
        "requirements-build.in",
        "requirements-dev.in",
        "--extra=assistant",
    )


def _compile(target: str, *sources: str) -> None:
    command = [sys.executable, "-m", "piptools", "compile", *PLAIN, "--output-file", target, *sources]
    subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
