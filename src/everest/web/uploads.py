"""Documents from outside are read in a process of their own, with bounds on time and memory."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Literal

from everest.errors import EverestError, UnreadableDocument

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from everest.preparation import Preparation
    from everest.rehearsal.model import Transcript

SECONDS = 60.0
LISTENING = 300.0
MEMORY = 1_500_000_000
MAX_ANSWER = 50_000_000
"""Bounds on one reading: wall time in seconds (longer for a recording), address space in bytes, size of what comes back (where the system can bound it)."""

Told = Callable[[str, float], None]
"""Called with what is being done, in plain words, and the share done, 0..1."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it came in."""

    name: str
    content: bytes
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What to do with documents: prepare from both, or put one into a preparation (``made``, as JSON)."""

    kind: Literal["prepare", "resume", "posting", "company"]
    resume: Upload | None = None
    posting: Upload | None = None
    company: str = ""
    reflection: dict[str, Any] | None = None
    question: str | None = None
    made: str = ""


class Reading:
    """A task at work in a limited process; ``stop`` ends it at once."""

    def __init__(self, task: Task) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._worker: SpawnProcess = context.Process(target=_work, args=(theirs, task), daemon=True)
        self._worker.start()
        theirs.close()

    def stop(self) -> None:
        """End the process."""
        self._worker.kill()

    def result(self, told: Told) -> Preparation:
        """Wait for what comes of it.

        Raises:
            UnreadableDocument: if a document takes too long or too much memory.
            EverestError: whatever the method itself raises.
        """
        try:
            message = self._last(told)
        finally:
            self._worker.kill()
            self._worker.join()
            self._ours.close()
        if "refused" in message:
            what, where, todo = message["refused"]
            raise EverestError(what, where=where, todo=todo)
        from everest.preparation import codec

        return codec.from_json(message["made"])

    def _last(self, told: Told) -> dict[str, Any]:
        try:
            while self._ours.poll(SECONDS):
                message: dict[str, Any] = json.loads(self._ours.recv_bytes(MAX_ANSWER))
                if "share" not in message:
                    return message
                told(message["what"], message["share"])
        except (EOFError, OSError, ValueError):
            pass
        self._worker.join(1)
        if self._worker.exitcode == 1:
            raise EverestError(
                "Everest could not work with one of these documents; that is a fault of Everest’s.",
                todo="Paste the text instead. If that fails too, please report it.",
            )
        raise UnreadableDocument(
            "One of these files takes too much time or memory.", todo="Paste its text instead."
        )


def listen(content: bytes, name: str, texts: list[str], said: str = "") -> Transcript:
    """Decode a recording and write down what is said in it, in a limited process; ``said`` is known from the browser.

    Raises:
        UnreadableDocument: if it is no recording, or takes too long.
        BadInput: if it holds no words.
    """
    from pydantic import TypeAdapter

    from everest.rehearsal.model import Transcript

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_listen, args=(theirs, content, name, texts, said), daemon=True)
    worker.start()
    theirs.close()
    try:
        message: dict[str, Any] = json.loads(ours.recv_bytes(MAX_ANSWER)) if ours.poll(LISTENING) else {}
    except (EOFError, OSError, ValueError):
        message = {}
    finally:
        worker.kill()
        worker.join()
        ours.close()
    if "refused" in message:
        what, where, todo = message["refused"]
        raise UnreadableDocument(what, where=where, todo=todo)
    if not message:
        raise UnreadableDocument(
            "This recording takes too long to listen to.",
            where=name,
            todo="Record a shorter take, or type it.",
        )
    heard: Transcript = TypeAdapter(Transcript).validate_python(message)
    return heard


def _listen(pipe: Connection, content: bytes, name: str, texts: list[str], said: str) -> None:
    _limit(LISTENING)
    from pydantic import TypeAdapter

    from everest.rehearsal import hear, read_audio
    from everest.rehearsal.model import Transcript

    try:
        heard = hear(read_audio(content, name=name), texts, said=said)
        answer = TypeAdapter(Transcript).dump_python(heard, mode="json")
    except EverestError as error:
        answer = {"refused": [error.what, error.where, error.todo]}
    pipe.send_bytes(json.dumps(answer).encode())


def _work(pipe: Connection, task: Task) -> None:
    _limit()
    from everest.preparation import codec

    def told(what: str, share: float) -> None:
        pipe.send_bytes(json.dumps({"what": what, "share": share}).encode())

    try:
        answer: dict[str, object] = {"made": codec.to_json(_done(task, told), indent=None)}
    except EverestError as error:
        answer = {"refused": [error.what, error.where, error.todo]}
    pipe.send_bytes(json.dumps(answer).encode())


def _done(task: Task, told: Told) -> Preparation:
    from everest.preparation import codec, prepare, with_company, with_posting, with_resume

    if task.kind == "prepare":
        company = [task.company] if task.company else []
        return prepare(
            _source(task.resume),
            _source(task.posting),
            company,
            task.reflection,
            task.question,
            progress=told,
        )
    made = codec.from_json(task.made)
    if task.kind == "company" and task.posting:
        told("Reading about the company", 0.2)
        source = _source(task.posting)
        return with_company(made, task.posting.name, source if isinstance(source, str) else source.text)
    told("Reading the document", 0.2)
    if task.kind == "resume":
        return with_resume(made, _source(task.resume))
    return with_posting(made, _source(task.posting))


def _source(upload: Upload | None) -> Any:
    from everest.documents import read_document

    if upload is None or upload.pasted:
        return upload.content.decode() if upload else ""
    return read_document(upload.content, name=upload.name)


def _limit(seconds: float = SECONDS) -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
