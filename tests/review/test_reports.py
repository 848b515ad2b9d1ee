"""Reports: what stands in the terminal, in a note, on a page."""

import re
import unicodedata
from html.parser import HTMLParser

import pytest

from everest.review import reports, review
from everest.review.model import Finding, Review, Severity, Verdict

ANSWER = (
    "I have run the night desk for four years, and I like the hour when everything goes wrong at once. "
    "Honestly, I want to get rich. My boss is a micromanager, so I want out.\n"
)


def made(text, *marks):
    findings = tuple(
        Finding("MOT101", "money-first", severity, start, end, text[start:end], "Says pay.", "Say work.", new)
        for start, end, severity, new in marks
    )
    return Review(text, Verdict.AVOID, 3, None, findings, (), None, 20.0)


def lines_of(text, start, end, width=60):
    shown = reports.render(made(text, (start, end, Severity.ERROR, None)), "text", width=width)
    return shown.splitlines()


def test_the_words_are_underlined_to_the_letter():
    lines = lines_of("I want to get rich.", 10, 18)
    row = next(n for n, line in enumerate(lines) if "get rich" in line)
    at = lines[row].index("get rich")
    assert lines[row + 1][at:] == "^" * 8
    assert lines[row + 1][:at].strip() == "|"


def test_a_long_sentence_is_broken_and_marked_on_each_row():
    text = "I would like to " + "really " * 20 + "get rich with you."
    lines = lines_of(text, 16, len(text) - 10)
    rows = [line for line in lines if set(line.strip()) <= set("|^ ") and "^" in line]
    assert len(rows) >= 2
    assert max(map(len, lines[:-3])) <= 60


def test_wide_letters_and_accents_keep_the_marks_in_line():
    text = "名前 café: I want to get rich."
    start = text.index("get")
    lines = lines_of(text, start, start + 8)
    row = next(n for n, line in enumerate(lines) if "get rich" in line)
    before = lines[row][: lines[row].index("get")]
    columns = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)
    assert lines[row + 1].index("^") == columns


def test_the_gravest_comes_first_and_the_verdict_last():
    shown = reports.render(review(ANSWER + "I guess."), "text").splitlines()
    heads = [line.split("[")[0] for line in shown if re.match(r"(error|warning|advice)\[", line)]
    assert heads == sorted(heads, key=["error", "warning", "advice"].index)
    assert shown[-1].startswith("avoid, ")


def test_what_is_missing_is_shown_at_the_end_of_the_words():
    lines = lines_of("I want to lead a ward.\n\n", 22, 22)
    row = next(n for n, line in enumerate(lines) if "a ward." in line)
    assert lines[row + 1].rstrip().endswith("^")


def test_color_only_where_it_is_wanted():
    assert "\x1b[" not in reports.render(review(ANSWER), "text")
    assert "\x1b[1;31m" in reports.render(review(ANSWER), "text", color=True)


def test_a_mended_sentence_is_shown_to_try():
    assert "try: Honestly, I want to learn to" in reports.render(review(ANSWER), "text")


class Checker(HTMLParser):
    """Collects marks and checks that tags nest."""

    def __init__(self):
        super().__init__()
        self.open, self.marks, self.seen = [], [], ""

    def handle_starttag(self, tag, attrs):
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "mark" in self.open and "sup" not in self.open:
            self.marks[-1] += data
        self.seen += data


def test_the_page_marks_the_words_nests_its_tags_and_loads_nothing():
    page = reports.render(review(ANSWER), "html")
    checker = Checker()
    checker.feed(page)
    assert checker.open == []
    assert "get rich" in checker.marks
    assert not re.search(r"<script|src=|https?:", page)


def test_markup_in_an_answer_stays_words():
    text = "<b>I</b> want to *get* rich & | famous, I want to get rich."
    page, note = (reports.render(review(text), form) for form in ("html", "md"))
    assert "<b>" not in page
    assert r"\*get\*" in note
    assert r"\<b\>" in note


@pytest.mark.parametrize("format_", ["text", "md", "html", "json"])
def test_a_threshold_hides_what_is_slighter(format_):
    found = review(ANSWER + "I guess I would maybe, sort of, hopefully do something like that, I suppose.")
    assert "CLR102" in reports.render(found, format_)
    assert "CLR102" not in reports.render(found, format_, Severity.WARNING)
    assert "MOT101" in reports.render(found, format_, Severity.ERROR)


def test_of_overlapping_findings_the_graver_is_marked():
    found = made("I want to get rich.", (0, 19, Severity.ADVICE, None), (10, 18, Severity.ERROR, None))
    assert "**get rich**" in reports.render(found, "md")


def test_findings_are_counted_in_words():
    assert reports.counted([]) == "no remarks"
    one = made(
        "I want.", (0, 1, Severity.ERROR, None), (2, 6, Severity.ADVICE, None), (2, 6, Severity.ADVICE, None)
    )
    assert reports.counted(list(one.findings)) == "1 error, 2 pieces of advice"
