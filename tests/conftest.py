"""What several rooms' tests share."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def say(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Speak a text into a file."""
    program = shutil.which("espeak-ng")
    if program is None:
        pytest.skip("NO ESPEAK-NG ON THIS MACHINE: the speech tests did not run")
    folder = tmp_path_factory.mktemp("said")

    def speak(text: str, *, voice: str = "en-us+klatt4", speed: int = 140) -> Path:
        target = folder / f"{abs(hash((text, voice, speed)))}.wav"
        subprocess.run([program, "-v", voice, "-s", str(speed), "-w", str(target), text], check=True)
        return target

    return speak
