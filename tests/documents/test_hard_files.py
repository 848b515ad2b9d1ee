"""No file, however it is made, makes reading slow, heavy, talkative or curious about other files."""

from __future__ import annotations

import io
import os
import socket
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from everest.candidate import read_resume
from everest.documents import read_document
from everest.errors import EverestError, UnreadableDocument

LONG = 60_000
HARD = {
    "gap": "x" + " " * LONG + "y", "commas": "SKILLS\n" + "a," * LONG, "one word": "A" * LONG, "brackets": "(" * LONG, "torn": "â€¢" * (LONG // 3),
    "schools": "University College " * (LONG // 19) + "2019", "degrees": "Education\n" + "Bachelor of " * (LONG // 12), "glued": "monthsCompany Details " * (LONG // 22),
    "labels": "company - x description - y " * (LONG // 28), "dates": "Education 2019 - 2021 Mar " * (LONG // 26), "headings": "Work Experience Skills " * (LONG // 23),
    "twice": "Abc Def Ghi " * (LONG // 12) + " - x", "addresses": "a@b " * (LONG // 4), "figures": "1234567 " * (LONG // 8),
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_text_made_to_be_slow_is_read_in_time(name: str) -> None:
    began = time.perf_counter()
    try:
        read_resume(HARD[name])
    except EverestError as error:
        assert str(error)
    assert time.perf_counter() - began < 5


_PIECES = st.sampled_from(
    ["Work Experience", "EDUCATION", "Skills", "Cook, Okavi", "Charge Nurse Alder Creek Hospital", "Mar 2021 - Present", "2015", "•", "–", "company - Okavi",
     "description -", "Designation: Cook", "monthsCompany Details", "â€¢", "B.Sc. Biology", "University of Corrib", "Pune, Maharashtra", "Led a team of nine.", "ana@example.com", "("]
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(st.one_of(_PIECES, st.text(max_size=12)), min_size=8, max_size=60).map(" ".join))
@example(words="Work Experience " * 13 + "Mar 2021 - Present 2015")
def test_any_one_line_text_is_read_and_every_quotation_stands(words: str) -> None:
    try:
        candidate = read_resume(words)
    except EverestError:
        return
    for job in candidate.positions:
        for fact in (job.title, job.employer, job.place, job.dates, *job.bullets):
            if fact is not None:
                at = fact.evidence
                assert candidate.text[at.start : at.end] == at.quote


_BOUNDED = """
import sys
from everest.candidate import read_resume
from everest.errors import EverestError
def told(name):  # not ru_maxrss: it remembers the size of the process that started this one
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(name)) // 1024
base = told("VmRSS")
try:
    read_resume(open(sys.argv[1], "rb").read(), name=sys.argv[2])
except EverestError as error:
    print("refused:", error)
print("MB", told("VmHWM") - base)
"""


def _bomb(part: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, b"<a>" + b"x " * 28_000_000 + b"</a>")
    return buffer.getvalue()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured on Linux")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.docx", _bomb("word/document.xml")), ("cv.odt", _bomb("content.xml")), ("export.zip", _bomb("Positions.csv")),
        ("cv.txt", b"Cook, Okavi, 2019 - 2021 " * 40_000), ("cv.html", b"<div>" * 20_000 + b"Cook"), ("cv.json", b"[" * 200_000),
    ],
    ids=["docx", "odt", "zip", "txt", "html", "json"],
)  # fmt: skip
def test_no_file_takes_more_than_500_mb(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = subprocess.run([sys.executable, "-c", _BOUNDED, str(path), name], capture_output=True, text=True, timeout=60, check=True)  # fmt: skip
    assert int(done.stdout.split("MB")[1]) < 500, done.stdout


def test_names_in_an_archive_reach_no_other_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../Positions.csv", "Company Name,Title,Started On\nOkavi,Cook,Feb 2019\n")
        archive.writestr("/etc/Skills.csv", "Name\nPastry\n")
    before = sorted(tmp_path.parent.iterdir())
    candidate = read_resume(buffer.getvalue(), name="export.zip")
    assert [skill.value for skill in candidate.skills] == ["Pastry"]
    assert (list(tmp_path.iterdir()), sorted(tmp_path.parent.iterdir())) == ([], before)


def test_what_a_page_links_to_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = b'<!DOCTYPE html SYSTEM "http://example.com/x.dtd"><html><head><link rel="stylesheet" href="http://example.com/a.css"></head><body><img src="http://example.com/me.png"><iframe src="file:///etc/hostname"></iframe><h2>Experience</h2><p>Cook, Okavi, 2019 - 2021</p></body></html>'
    assert [job.employer and job.employer.value for job in read_resume(page, name="cv.html").positions] == ["Okavi"]  # fmt: skip


def scanned() -> bytes:
    """Return a PDF whose only page is a picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


def test_a_scan_says_so_where_tesseract_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableDocument, match="pictures of pages") as told:
        read_document(scanned(), name="scan.pdf")
    assert "tesseract" in str(told.value)


def _stand_in(folder: Path, script: str) -> None:
    program = folder / "tesseract"
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
def test_a_scan_is_read_by_tesseract_and_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, "import sys\nassert sys.stdin.buffer.read(8).startswith(b'\\x89PNG')\nprint('Ana Torrel\\nEXPERIENCE\\nCook, Okavi, Feb 2019 - Present\\n- Ran the pass on two nights')\n")  # fmt: skip
    monkeypatch.setenv("PATH", str(tmp_path))
    candidate = read_resume(scanned(), name="scan.pdf")
    assert [job.employer and job.employer.value for job in candidate.positions] == ["Okavi"]
    assert any("scan" in notice.text and "Check" in notice.todo for notice in candidate.notices)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
@pytest.mark.parametrize("script", ["print('')", "import sys; sys.exit(3)", "import os; os.write(1, bytes(range(256)) * 4)"])  # fmt: skip
def test_a_tesseract_that_fails_is_told_in_a_sentence(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))
    try:
        read_resume(scanned(), name="scan.pdf")
    except EverestError as error:
        assert str(error)
