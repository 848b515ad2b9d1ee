"""How quick a résumé is read, and in how much memory, beside libraries that only take the text out of the same file.

Peers, where they are installed, on the same two-page PDF: pdfplumber and pdfminer.six (text of a PDF). They find no
job and no degree; the figures say what reading costs beside taking the text out.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.resumes.layouts import LAYOUTS
from benchmarks.resumes.people import person
from benchmarks.resumes.rendering import render
from everest.candidate import read_resume
from everest.documents import read_document

Row = tuple[str, str, str]
_ROUNDS = 7
_COLD = """
import sys
from pathlib import Path

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

before = peak()
from everest.candidate import read_resume
read_resume(Path(sys.argv[1]).read_bytes(), name="cv.pdf")
print((peak() - before) // 1024)
"""


def run() -> list[Row]:
    """Return (measure, value, goal)."""
    long = _two_pages()
    pages = read_document(long, name="cv.pdf").pages
    rows = [
        (
            f"résumé of {pages} pages, PDF, warm, median",
            _told(lambda: read_resume(long, name="cv.pdf")),
            "≤ 300 ms",
        )
    ]
    rows.append(("  of this, text and layout", _told(lambda: read_document(long, name="cv.pdf")), ""))
    rows += [
        (f"  {name}, text alone, the same file", _told(lambda act=act: act(long)), "")
        for name, act in _peers()
    ]
    for kind in ("docx", "odt", "html", "txt"):
        data = render(person(3, jobs=6), LAYOUTS[0], kind)
        rows.append(
            (
                f"the same kind of résumé, {kind}",
                _told(lambda d=data, k=kind: read_resume(d, name=f"cv.{k}")),
                "",
            )
        )
    rows.append(("memory that reading the PDF adds to Python, from cold", f"{_memory(long)} MB", "≤ 500 MB"))
    return rows


def _two_pages() -> bytes:
    """Return the first layout's PDF of the shortest career that fills two pages."""
    for jobs in range(3, 40):
        made = render(person(3, jobs=jobs), LAYOUTS[0], "pdf")
        if read_document(made, name="cv.pdf").pages == 2:
            return made
    return made


def _told(act: Callable[[], object]) -> str:
    act()
    times = []
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        act()
        times.append(time.perf_counter() - begin)
    return f"{statistics.median(times) * 1000:.0f} ms"


def _peers() -> list[tuple[str, Callable[[bytes], object]]]:
    found: list[tuple[str, Callable[[bytes], object]]] = []
    try:
        import pdfplumber

        def plumbed(data: bytes) -> object:
            with pdfplumber.open(io.BytesIO(data)) as pdf:
                return [page.extract_text() for page in pdf.pages]

        found.append(("pdfplumber", plumbed))
    except ImportError:
        print("pdfplumber is not installed: not compared")
    try:
        from pdfminer.high_level import extract_text

        found.append(("pdfminer.six", lambda data: extract_text(io.BytesIO(data))))
    except ImportError:
        print("pdfminer.six is not installed: not compared")
    return found


def _memory(data: bytes) -> int:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cv.pdf"
        path.write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-c", _COLD, str(path)], check=True, capture_output=True, text=True
        )
    return int(done.stdout)


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:56} {value:>10}  {goal}")
