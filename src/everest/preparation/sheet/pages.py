"""What stands on the sheet, and what in the whole preparation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from everest.answer.model import Answer, Purpose
from everest.candidate.model import Candidate, Position, Strength
from everest.occupations.model import Reach
from everest.opening.model import Company, CompanyStatement, Opening
from everest.preparation.model import Preparation
from everest.preparation.sheet.page import Block, Heading, Items, Page, Paragraph, Spoken
from everest.review.model import Review, Severity, Verdict

PURPOSES = {
    Purpose.DIRECTION: "says where you are going",
    Purpose.STRENGTH: "proves a strength",
    Purpose.TASK_LINK: "ties your goal to this job",
    Purpose.COMPANY_PLAN: "serves a plan of theirs",
    Purpose.NEXT_STEP: "names the next step",
    Purpose.COMMITMENT: "says that you mean to stay and grow",
}
VERDICTS = {
    Verdict.READY: "Ready to say.",
    Verdict.REVISE: "Worth another look before you say it.",
    Verdict.AVOID: "Do not say this yet: it would likely cost you.",
}
REACH = {
    Reach.WITHIN_REACH: "Within reach",
    Reach.STRETCH: "A stretch",
    Reach.NOT_IN_THAT_TIME: "Not in that time",
}
SITUATIONS = {
    "entry": "starting out",
    "to_leadership": "moving into leadership",
    "leader": "established leader",
    "changer": "changing careers",
    "established": "growing in your field",
}
FOOTER = "Prepared with Everest. Every line rests on your own words, the posting, or the company’s."


def sheet(preparation: Preparation) -> Page:
    """Lay out the one page to take along: the answer, the points behind it, what may be asked next."""
    blocks = [
        *_asked(preparation, short=True),
        *_main_answer(preparation),
        *_points(preparation, limit=4),
        *_aspiration(preparation, short=True),
        *_company(preparation.opening.company, limit=1),
        *_follow_ups(preparation, limit=4),
        *_practice(preparation, limit=3),
    ]
    return Page(preparation.title, _subtitle(preparation), tuple(blocks), FOOTER, one_page=True)


def whole(preparation: Preparation) -> Page:
    """Lay out everything that was worked out."""
    blocks = [
        *_asked(preparation),
        *_candidate(preparation.candidate),
        *_opening(preparation.opening),
        *_company(preparation.opening.company, limit=4),
        *_points(preparation, limit=8),
        *_aspiration(preparation),
        *_answers(preparation),
        *_follow_ups(preparation, limit=8),
        *_practice(preparation, limit=8),
        *_notices(preparation),
    ]
    return Page(preparation.title, _subtitle(preparation), tuple(blocks), FOOTER)


def _subtitle(preparation: Preparation) -> str:
    name = preparation.candidate.name
    parts = [
        name.value if name else "",
        SITUATIONS[preparation.situation.value],
        f"{preparation.updated:%B %-d, %Y}",
    ]
    return " · ".join(part for part in parts if part)


def _asked(preparation: Preparation, *, short: bool = False) -> Iterator[Block]:
    question = preparation.question
    yield Heading("The question")
    yield Paragraph(f"“{question.text}”")
    yield Paragraph(question.why, muted=True)
    if question.asks and not short:
        yield Items(tuple((ask[:1].upper() + ask[1:], "") for ask in question.asks))


def _main_answer(preparation: Preparation) -> Iterator[Block]:
    if not preparation.answers:
        return
    answer = preparation.answers[min(1, len(preparation.answers) - 1)]
    yield Heading("Your answer")
    label = f"About {round(answer.seconds)} seconds aloud"
    if preparation.own_answer:
        yield Spoken("In your own words", ((preparation.own_answer, ""),))
        return
    yield Spoken(
        label, tuple((line.text, PURPOSES[line.purpose]) for line in answer.sentences), answer.why_it_works
    )


def _candidate(candidate: Candidate) -> Iterator[Block]:
    yield Heading("You, in brief")
    lead = candidate.headline or candidate.summary
    if lead:
        yield Paragraph(lead.value)
    items = [
        (_job(position), _first(bullet.value for bullet in position.bullets))
        for position in candidate.positions[:4]
    ]
    items += [(_study(edu.degree, edu.institution), "") for edu in candidate.education[:2]]
    if candidate.skills:
        items.append(("Skills: " + ", ".join(skill.value for skill in candidate.skills[:12]), ""))
    if candidate.certificates:
        items.append(("Certificates: " + ", ".join(item.value for item in candidate.certificates[:6]), ""))
    items += [_strength(strength) for strength in candidate.reflection.strengths[:4]]
    yield Items(tuple(items)) if items else Paragraph("Nothing could be read from the résumé.", muted=True)


def _opening(opening: Opening) -> Iterator[Block]:
    yield Heading("The opening, in brief")
    facts = [fact.value for fact in (opening.title, opening.employer, opening.place) if fact]
    if facts:
        yield Paragraph(" · ".join(facts))
    if opening.key_functions:
        yield Paragraph(
            "What it adds up to: " + "; ".join(function.name for function in opening.key_functions) + "."
        )
    tasks = sorted(opening.tasks, key=lambda task: -task.weight)[:6]
    if tasks:
        yield Items(tuple((f"“{task.evidence.quote.strip()}”", "a task") for task in tasks))
    wanted = sorted(opening.requirements, key=lambda item: not item.must)[:8]
    if wanted:
        yield Items(
            tuple(
                (f"“{item.evidence.quote.strip()}”", "must have" if item.must else "nice to have")
                for item in wanted
            )
        )


def _company(company: Company, *, limit: int) -> Iterator[Block]:
    yield Heading("The company")
    found = (
        *_said(company.culture[:limit], "culture"),
        *_said(company.short_term[:limit], "plan, this year and next"),
        *_said(company.long_term[:limit], "long-term plan"),
    )
    if found:
        yield Items(found)
    open_ = tuple((item.question, item.where) for item in company.research[: limit + 2])
    if open_:
        yield Paragraph("Still to look up:", muted=True)
        yield Items(open_)
    if not found and not open_:
        yield Paragraph("Nothing was given. Read their “about” and “news” pages before the day.", muted=True)


def _said(statements: Iterable[CompanyStatement], kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"“{item.text.strip()}”", f"{kind}, from {item.evidence.source}") for item in statements)


def _points(preparation: Preparation, *, limit: int) -> Iterator[Block]:
    if preparation.talking_points:
        yield Heading("Talking points")
        yield Items(
            tuple(
                (
                    point.say,
                    f"You: “{_clip(point.strength_evidence.quote)}” · They: “{_clip(point.need_evidence.quote)}”",
                )
                for point in preparation.talking_points[:limit]
            )
        )
    if preparation.gaps:
        yield Heading("What they ask for that your papers do not show")
        yield Items(
            tuple((f"“{_clip(gap.need)}”", gap.say) for gap in preparation.gaps[: max(2, limit // 2)])
        )


def _aspiration(preparation: Preparation, *, short: bool = False) -> Iterator[Block]:
    aspiration = preparation.aspiration
    yield Heading("Your aspiration")
    horizon = f" ({aspiration.horizon_years:g} years)" if aspiration.horizon_years else ""
    yield Paragraph(aspiration.text + horizon)
    if aspiration.goals:
        yield Items(
            tuple(
                (goal.text, " · ".join(filter(None, (goal.by, goal.how_known))))
                for goal in aspiration.goals[:4]
            )
        )
    if aspiration.realism:
        why = " ".join(aspiration.realism.why if not short else aspiration.realism.why[:1])
        yield Paragraph(f"{REACH[aspiration.realism.reach]}. {why}", muted=True)
    if preparation.alignment.meaning:
        yield Paragraph(preparation.alignment.meaning, muted=True)
    if not short:
        yield from (Paragraph(note, muted=True) for note in aspiration.notes)


def _answers(preparation: Preparation) -> Iterator[Block]:
    if preparation.own_answer:
        yield Heading("Your answer")
        yield Spoken("In your own words", ((preparation.own_answer, ""),))
    yield Heading("Three answers")
    for answer, review in zip(preparation.answers, preparation.reviews, strict=True):
        yield Spoken(
            _label(answer),
            tuple((line.text, PURPOSES[line.purpose]) for line in answer.sentences),
            answer.why_it_works,
        )
        yield from _reviewed(review)


def _label(answer: Answer) -> str:
    return f"About {round(answer.seconds)} seconds, leading with the {answer.take.value}"


def _reviewed(review: Review) -> Iterator[Block]:
    yield Paragraph(f"Review: {VERDICTS[review.verdict]} {review.score} of 100.", muted=True)
    remarks = [finding for finding in review.findings if finding.severity is not Severity.ADVICE]
    if remarks:
        yield Items(tuple((finding.message, finding.suggestion) for finding in remarks))


def _follow_ups(preparation: Preparation, *, limit: int) -> Iterator[Block]:
    if preparation.follow_ups:
        yield Heading("They may ask next")
        yield Items(
            tuple((item.question, item.have_ready or item.why) for item in preparation.follow_ups[:limit])
        )


def _practice(preparation: Preparation, *, limit: int) -> Iterator[Block]:
    if preparation.practice:
        yield Heading("To practice")
        yield Items(tuple((line, "") for line in preparation.practice[:limit]), numbered=True)


def _notices(preparation: Preparation) -> Iterator[Block]:
    if preparation.notices:
        yield Heading("What could not be read for certain")
        yield Items(tuple((notice.text, notice.todo) for notice in preparation.notices))


def _job(position: Position) -> str:
    names = [fact.value for fact in (position.title, position.employer) if fact]
    return ", ".join(names) + (f" ({position.dates.value})" if position.dates else "")


def _study(degree: object, institution: object) -> str:
    return ", ".join(str(getattr(fact, "value", "")) for fact in (degree, institution) if fact)


def _strength(strength: Strength) -> tuple[str, str]:
    if strength.is_named:
        return f"Strength: {strength.name}", strength.proof
    return f"“{strength.proof}”", "a strength, in your own words"


def _first(values: Iterable[str]) -> str:
    return next(iter(values), "")


def _clip(text: str, length: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rsplit(" ", 1)[0] + " …"
