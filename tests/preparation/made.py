"""A fictional preparation, built by hand so that the store and the sheet are tested on their own."""

from __future__ import annotations

from datetime import UTC, datetime

from everest.answer.model import Alignment, Answer, AnswerSentence, Gap, Purpose, Take, TalkingPoint
from everest.aspiration.model import Aspiration, Goal
from everest.candidate.model import Candidate, Month, Position
from everest.evidence import Evidence, Fact, Notice
from everest.occupations.model import Reach, Realism
from everest.opening.model import Company, Kind, Opening, Requirement, ResearchItem, StatementKind, Task
from everest.preparation.model import FollowUp, Preparation
from everest.question.model import Question
from everest.review.model import Criterion, Finding, Quotation, Review, Severity, Verdict
from everest.standing import Situation

RESUME = "Ines Marrow\nDispatcher, Halden Ferries, 2021 to now\nCut late departures by a third in one season."
POSTING = "Route planner at Northwind Rail\nPlan routes for 40 drivers.\nMust know timetabling software."
SENTENCE = "I'd like to plan routes that drivers and passengers can count on."


def quote(text: str, words: str, source: str) -> Evidence:
    start = text.index(words)
    return Evidence(words, start, start + len(words), source)


def fact(text: str, words: str, source: str) -> Fact:
    return Fact(words, quote(text, words, source))


def preparation(id_: str = "a1b2c3d4", title: str = "Route planner at Northwind Rail") -> Preparation:
    bullet = fact(RESUME, "Cut late departures by a third in one season.", "resume")
    task = quote(POSTING, "Plan routes for 40 drivers.", "posting")
    need = quote(POSTING, "Must know timetabling software.", "posting")
    review = Review(
        text=SENTENCE,
        verdict=Verdict.READY,
        score=88,
        situation=Situation.ESTABLISHED,
        findings=(
            Finding(
                "HOR101", "vague-horizon", Severity.WARNING, 0, 3, "I'd", "No time is named.", "Say by when."
            ),
        ),
        criteria=(Criterion("plan", 2, "one step", (Quotation(0, 3, "I'd"),), "Add the next step."),),
    )
    answer = Answer(
        (AnswerSentence(SENTENCE, Purpose.DIRECTION, (task,)),),
        Take.WORK,
        Situation.ESTABLISHED,
        30.0,
        "It is short & true.",
    )
    return Preparation(
        id=id_,
        title=title,
        created=datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
        updated=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        question=Question(
            "What next?", True, "next_step", ("direction",), "They want to know whether you will stay."
        ),
        candidate=Candidate(
            name=fact(RESUME, "Ines Marrow", "resume"),
            positions=(
                Position(
                    fact(RESUME, "Dispatcher", "resume"),
                    fact(RESUME, "Halden Ferries", "resume"),
                    Month(2021),
                    None,
                    True,
                    quote(RESUME, "Dispatcher, Halden Ferries, 2021 to now", "resume"),
                    bullets=(bullet,),
                    years=5.0,
                ),
            ),
            text=RESUME,
        ),
        opening=Opening(
            title=fact(POSTING, "Route planner", "posting"),
            employer=fact(POSTING, "Northwind Rail", "posting"),
            tasks=(Task("Plan routes for 40 drivers.", "plan", "routes for 40 drivers", 1.0, task),),
            requirements=(Requirement("Must know timetabling software.", True, Kind.TOOL, need),),
            company=Company(
                research=(
                    ResearchItem(
                        StatementKind.LONG_TERM, "Where do they want to be in ten years?", "Annual report"
                    ),
                )
            ),
            text=POSTING,
        ),
        situation=Situation.ESTABLISHED,
        aspiration=Aspiration(
            "Plan routes for a whole region.",
            "transport",
            horizon_years=5.0,
            goals=(Goal("Learn the timetabling software", by="this year", how_known="a finished course"),),
            realism=Realism(Reach.WITHIN_REACH, ("Planners usually get there in four years.",)),
        ),
        alignment=Alignment(0.8, ("routes",), (), "Both point toward planning."),
        talking_points=(
            TalkingPoint(
                "Cut late departures",
                "Plan routes",
                bullet.evidence,
                task,
                0.8,
                "I cut late departures by a third.",
            ),
        ),
        gaps=(Gap("timetabling software", need, "Say what you have used that is like it."),),
        answers=(answer,),
        reviews=(review,),
        follow_ups=(FollowUp("Why rail?", "It is new to you.", "One reason"),),
        practice=("Say it aloud three times.",),
        notices=(Notice("One date could not be read.", "resume"),),
    )
