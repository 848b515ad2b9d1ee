"""Speech to text: the attempt's own language model, words no dictionary has, and the engine that must be fetched."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.rehearsal.conftest import bursts, wav

from everest.errors import BadInput, DataFileError, NotAllowed, OfflineError
from everest.network import Permission
from everest.rehearsal import engines, hear, read_audio
from everest.rehearsal.hearing import pocket, whisper
from everest.rehearsal.hearing.hesitating import WORDLESS, with_hesitations
from everest.rehearsal.hearing.language_model import spoken_number, words_of, write_model
from everest.rehearsal.hearing.pronouncing import pronounce
from everest.rehearsal.model import Word

PREPARED = (
    "I want to plan public transport that people can rely on. I trained five new dispatchers last year."
)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("0", "zero"),
        ("14", "fourteen"),
        ("85", "eighty five"),
        ("140", "one hundred forty"),
        ("2026", "twenty twenty six"),
        ("3,500", "three thousand five hundred"),
        ("1200000", "one million two hundred thousand"),
    ],
)
def test_figures_are_spelled_as_they_are_said(figure: str, words: str) -> None:
    assert spoken_number(figure) == words


def test_text_becomes_words_the_engine_knows() -> None:
    assert (
        words_of("Cut costs by 31% — “don’t” stop & go!")
        == "cut costs by thirty one percent don't stop and go".split()
    )


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("north", "N AO R TH"),
        ("northwind", "N AO R TH W IH N D"),
        ("timetabling", "T AY M T EY B AH L IH NG"),
        ("zorb", "Z AO R B"),
    ],
)
def test_a_word_no_dictionary_holds_can_be_said(word: str, phones: str) -> None:
    known = {"north": "N AO R TH", "wind": "W IH N D", "timetable": "T AY M T EY B AH L"}
    assert pronounce(word, known.get) == phones


def test_the_model_of_an_attempt_adds_up(tmp_path: Path) -> None:
    frequent = ["the", "to", "people", "of"]
    write_model(tmp_path / "a.lm", [PREPARED], lambda run: 0.1 if run[0] == "the" else 0.01, frequent)
    lines = (tmp_path / "a.lm").read_text().splitlines()
    unigrams = [
        line.split("\t")
        for line in lines[lines.index("\\1-grams:") + 1 :]
        if line.count("\t") == 2 and " " not in line.split("\t")[1]
    ]
    total = sum(10 ** float(chance) for chance, word, _ in unigrams if word != "<s>")
    assert total == pytest.approx(1.0, abs=0.05)
    assert any(line.endswith("public transport\t") or "\tpublic transport\t" in line for line in lines)


@pytest.mark.speech
def test_what_was_prepared_is_heard_far_better_with_its_own_model(say: Callable[..., Path]) -> None:
    audio = read_audio(say(PREPARED))
    wanted = words_of(PREPARED)
    with_model = hear(audio, [PREPARED], engine="pocketsphinx")
    without = hear(audio, (), engine="pocketsphinx")
    right = [len(set(wanted) & set(heard.text.split())) / len(set(wanted)) for heard in (with_model, without)]
    assert right[0] >= 0.8
    assert right[0] > right[1]
    assert with_model.timed and with_model.engine == "pocketsphinx"
    starts = [word.start for word in with_model.words]
    assert starts == sorted(starts) and with_model.words[-1].end <= with_model.seconds + 0.1


def test_engines_say_what_they_need_and_an_unknown_one_is_told() -> None:
    assert [engine.name for engine in engines()] == ["whisper", "pocketsphinx"]
    assert engines()[-1].ready
    audio = read_audio(wav(bursts([(0.2, 0.8)], 1.5)))
    with pytest.raises(BadInput, match="no engine"):
        hear(audio, engine="parrot")


@pytest.mark.parametrize("level", [0.0, 0.0005])
def test_silence_is_told_and_not_guessed_at(level: float) -> None:
    audio = read_audio(wav(bursts([], 3.0, noise=level)))
    with pytest.raises(BadInput, match="Nobody can be heard"):
        hear(audio, [PREPARED], engine="pocketsphinx")


@pytest.fixture
def model_site(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "site"
    folder.mkdir()
    for name in whisper.FILES:
        (folder / name).write_bytes(name.encode() * 100)
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_address[1]}"
        site.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_the_larger_engine_is_fetched_with_progress_and_checked(model_site: str, tmp_path: Path) -> None:
    told: list[float] = []
    here = Permission(private=True)
    folder = whisper.fetch_model(
        here, folder=tmp_path / "model", source=model_site, told=lambda _, share: told.append(share)
    )
    assert whisper.is_present(folder)
    assert told and told[-1] <= 1.0
    with pytest.raises(DataFileError):
        whisper.fetch_model(
            here, folder=tmp_path / "other", source=model_site, checksums={"config.json": "0" * 64}
        )
    assert not whisper.is_present(tmp_path / "other")


def test_no_leave_no_fetch_and_offline_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        whisper.fetch_model(Permission(("example.org",)), folder=tmp_path, source="http://127.0.0.1:9")
    with pytest.raises(OfflineError):
        whisper.fetch_model(Permission(private=True), folder=tmp_path, source="http://127.0.0.1:9")
    with pytest.raises(OfflineError, match="not on this machine"):
        whisper.hear(read_audio(wav(bursts([(0.2, 0.8)], 1.0))), folder=tmp_path)


def test_words_and_doubt_come_over_from_the_larger_engine(tmp_path: Path) -> None:
    word = SimpleNamespace(word=" plan", start=0.2, end=0.6, probability=0.75)
    model = SimpleNamespace(transcribe=lambda *_, **__: ([SimpleNamespace(words=[word], end=1.0)], None))
    heard = whisper.hear(read_audio(wav(bursts([(0.2, 0.8)], 1.0))), ["plan"], folder=tmp_path, model=model)
    assert [(one.text, one.doubt) for one in heard] == [("plan", 0.25)]


def heard(*segments: tuple[str, float, float]) -> list[Word]:
    return [Word(text, start, end) for text, start, end in segments]


VOICE = read_audio(wav(bursts([(0.0, 4.0)], 5.0)))


@pytest.mark.parametrize(
    ("segments", "words"),
    [
        ([("<sil>", 0.0, 0.2), (WORDLESS, 0.2, 0.5), ("<sil>", 0.5, 0.8), ("i", 0.8, 1.0)], ["uh", "i"]),
        ([("<sil>", 0.0, 0.2), (WORDLESS, 0.2, 0.4), ("i'm", 0.4, 0.6), ("<sil>", 0.6, 0.9)], ["um"]),
        ([("the", 0.0, 0.2), (WORDLESS, 0.2, 0.5), ("plan", 0.5, 0.8)], ["the", "plan"]),
        ([("<sil>", 0.0, 0.2), (WORDLESS, 0.2, 0.25), ("plan", 0.25, 0.8)], ["plan"]),
        ([("<sil>", 0.0, 0.2), (WORDLESS, 0.2, 2.2), ("<sil>", 2.2, 2.8)], []),
        ([("<sil>", 4.0, 4.2), (WORDLESS, 4.2, 4.6), ("<sil>", 4.6, 4.8)], []),
        ([("the", 0.0, 0.2), ("uh", 0.2, 0.24), ("plan", 0.24, 0.8)], ["the", "plan"]),
        ([("the", 0.0, 0.2), ("um", 0.2, 0.5), ("[NOISE]", 0.5, 0.8)], ["the", "um"]),
    ],
)
def test_a_voiced_sound_without_words_beside_a_silence_is_a_hesitation(
    segments: list[tuple[str, float, float]], words: list[str]
) -> None:
    assert [word.text for word in with_hesitations(heard(*segments), VOICE)] == words


def test_a_long_stretch_without_a_pause_is_cut_where_it_is_quietest() -> None:
    samples = bursts([(0.0, 30.0)], 30.0)
    samples[int(8.0 * 16_000) : int(8.2 * 16_000)] *= 0.4
    pieces = pocket._pieces(read_audio(wav(samples)))
    assert pieces[0][0] == 0.0 and pieces[-1][1] == pytest.approx(30.0, abs=0.05)
    assert all(a[1] == b[0] for a, b in pairwise(pieces))
    assert all(end - start <= pocket.LONGEST_PIECE for start, end in pieces)
    assert 8.0 <= pieces[0][1] <= 8.2


@pytest.mark.speech
def test_words_known_from_the_browser_only_get_their_times(say: Callable[..., Path]) -> None:
    audio = read_audio(say(PREPARED))
    found = hear(audio, said=PREPARED)
    assert found.text == PREPARED and found.engine == "your browser"
    starts = [word.start for word in found.words]
    assert starts == sorted(starts) and 0.0 <= starts[0] < 1.0 < starts[-1] < audio.seconds
    other = hear(audio, said="Nothing like this was said by anyone at all, " * 30)
    assert other.engine == "pocketsphinx"


@pytest.mark.speech
def test_fillers_are_heard_without_a_prepared_text(say: Callable[..., Path]) -> None:
    audio = read_audio(
        say("I want to plan public transport, um, that people can rely on. I, uh, trained dispatchers.")
    )
    for texts in ([], [PREPARED]):
        found = hear(audio, texts, engine="pocketsphinx")
        assert sum(word.text in {"um", "uh"} for word in found.words) >= 1, texts
    plain = hear(read_audio(say(PREPARED)), [PREPARED], engine="pocketsphinx")
    assert not {"um", "uh", "er"} & set(plain.text.split())


def test_files_have_the_names_git_gives_them(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert whisper._git_name(tmp_path / "empty") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_small_files_are_held_against_their_git_names(model_site: str, tmp_path: Path) -> None:
    allowed = Permission(private=True)
    for name in whisper.FILES:
        (tmp_path / name).write_bytes(name.encode() * 100)
    names = frozenset(whisper._git_name(tmp_path / name) for name in whisper.FILES)
    assert whisper.is_present(
        whisper.fetch_model(allowed, folder=tmp_path / "a", source=model_site, blobs=names)
    )
    with pytest.raises(DataFileError, match="not the one expected"):
        whisper.fetch_model(allowed, folder=tmp_path / "b", source=model_site, blobs=frozenset(("0" * 40,)))
    assert not (tmp_path / "b" / whisper.FILES[0]).exists()


def test_the_usual_source_is_pinned(model_site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert whisper.REVISION in whisper.SOURCE
    monkeypatch.setattr(whisper, "SOURCE", model_site)
    with pytest.raises(DataFileError, match="not the one expected"):
        whisper.fetch_model(Permission(private=True), folder=tmp_path / "c", source=model_site)


def test_empty_silence_gets_faint_noise_always_the_same() -> None:
    audio = read_audio(wav(bursts([(0.5, 1.5)], 2.0, noise=0.0)))
    first, second = pocket._dithered(audio), pocket._dithered(audio)
    assert (first.samples == second.samples).all()
    quiet = first.samples[: int(0.4 * 16_000)]
    assert 0 < float(abs(quiet).max()) < 0.02 * float(abs(audio.samples).max())
    assert len(first.samples) == len(audio.samples)
