"""Whatever is done to a file, reading it gives a document or a plain sentence, soon."""

from __future__ import annotations

import functools
import io
import json
import random
import time
import zipfile

import pytest
from benchmarks.resumes.layouts import LAYOUTS
from benchmarks.resumes.people import person
from benchmarks.resumes.rendering import render
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from everest.candidate import read_resume
from everest.documents import read_document
from everest.errors import EverestError

KINDS = ("pdf", "docx", "odt", "html", "txt", "json", "zip")


@functools.cache
def whole(kind: str) -> bytes:
    if kind == "json":
        work = [{"name": "Okavi", "position": "Cook", "startDate": "2019-02", "highlights": ["Led a team"]}]
        return json.dumps(
            {"basics": {"name": "Ana Torrel"}, "work": work, "skills": [{"name": "Pastry"}]}
        ).encode()
    if kind == "zip":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "Positions.csv", "Company Name,Title,Started On,Finished On\nOkavi,Cook,Feb 2019,\n"
            )
            archive.writestr("Skills.csv", "Name\nPastry\n")
        return buffer.getvalue()
    return render(person(4), LAYOUTS[2], kind)


def damaged(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(content)
    how = chance.choice(["flip", "cut", "double", "swap", "zero", "noise"])
    at = chance.randrange(len(data))
    if how == "cut":
        return bytes(data[:at])
    if how == "double":
        return bytes(data[:at] + data[at // 2 :])
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(data))
        if how == "swap":
            other = chance.randrange(len(data))
            data[at], data[other] = data[other], data[at]
        elif how == "zero":
            data[at : at + 8] = b"\0" * len(data[at : at + 8])
        else:
            data[at] = chance.randrange(256)
    return bytes(data)


def read(content: bytes, name: str) -> None:
    began = time.perf_counter()
    try:
        document = read_document(content, name=name)
        for block in document.blocks:
            assert document.text[block.start : block.end].strip()
        candidate = read_resume(document)
        for fact in (*candidate.skills, *(job.title for job in candidate.positions if job.title)):
            at = fact.evidence
            assert candidate.text[at.start : at.end] == at.quote
    except EverestError as error:
        assert str(error)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_file_is_read(kind: str) -> None:
    assert read_resume(whole(kind), name=f"cv.{kind}").positions


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(kind: str) -> None:
    for seed in range(50):
        read(damaged(whole(kind), seed), f"cv.{kind}")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(min_size=1, max_size=300))
def test_noise_under_any_name_is_read_or_refused(kind: str, content: bytes) -> None:
    head = {"pdf": b"%PDF-1.7\n", "docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "zip": b"PK\x03\x04"}
    read(head.get(kind, b"") + content, f"cv.{kind}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "EXPERIENCE",
                    "Education",
                    "S K I L L S",
                    "2019 - 2021",
                    "• Led a team",
                    "since",
                    "Cook, Okavi",
                    "Boise, ID",
                    "Also: x, y",
                    "\t",
                    "–",
                    "Page 1 of 2",
                ]
            ),
            st.text(max_size=40),
        ),
        max_size=25,
    ).map("\n".join)
)
def test_any_pasted_words_are_read_or_refused(text: str) -> None:
    try:
        document = read_document(text)
    except EverestError:
        return
    candidate = read_resume(document)
    for job in candidate.positions:
        for fact in (job.title, job.employer, job.place, job.dates, *job.bullets):
            if fact is not None:
                at = fact.evidence
                assert candidate.text[at.start : at.end] == at.quote


def entity_bomb(kind: str) -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    part, body = {
        "docx": ("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e11;&file;</w:t></w:r></w:p></w:body></w:document>'),
        "odt": ("content.xml", '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:p>&e11;&file;</t:p></o:text></o:body></o:document-content>'),
    }[kind]  # fmt: skip
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/hostname">{levels}]>{body}'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(part, xml)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_entities_are_never_expanded_nor_files_fetched(kind: str) -> None:
    try:
        text = read_document(entity_bomb(kind), name=f"cv.{kind}").text
    except EverestError:
        return
    assert len(text) < 1_000
    assert "ha" not in text


def test_an_archive_that_unpacks_to_far_more_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 130_000_000)
    with pytest.raises(EverestError, match="unpacks to far more"):
        read_document(buffer.getvalue(), name="cv.docx")
