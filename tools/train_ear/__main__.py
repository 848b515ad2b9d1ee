"""The command; see the package."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EAR = ROOT / "src/everest/review/data/ear.npz"
sys.path.insert(0, str(ROOT / "src"))


def main(arguments: list[str]) -> None:
    """Run the step that is named."""
    from tools.train_ear import pupil, teacher, variations

    match arguments:
        case ["teach", wheels, target]:
            teacher.teach(Path(wheels), Path(target))
        case ["go-on", weights, target]:
            teacher.go_on(Path(weights), Path(target))
        case ["vary", weights, target]:
            variations.write(Path(weights), Path(target))
        case ["learn", *varied] if varied:
            pupil.learn([Path(path) for path in varied], EAR)
        case ["more", *varied] if varied:
            pupil.learn([Path(path) for path in varied], EAR, more=True)
        case _:
            sys.exit(
                "python -m tools.train_ear teach FOLDER TARGET | go-on WEIGHTS TARGET | vary WEIGHTS TARGET | learn VARIED … | more VARIED …"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
