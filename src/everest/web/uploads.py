"""Documents from outside are read in a process of their own, with bounds on time and memory."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from everest.errors import EverestError, UnreadableDocument

if TYPE_CHECKING:
    from everest.preparation import Preparation

SECONDS = 60.0
MEMORY = 1_500_000_000
MAX_ANSWER = 50_000_000
"""Bounds on one reading: wall time in seconds, address space in bytes, size of what comes back (where the system can bound it)."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it came in."""

    name: str
    content: bytes
    pasted: bool = False


async def prepare_apart(
    resume: Upload, posting: Upload, company: str, reflection: dict[str, Any] | None, question: str | None
) -> Preparation:
    """Run the method in a limited process and return what it made.

    Raises:
        UnreadableDocument: if a document takes too long or too much memory.
        EverestError: whatever the method itself raises.
    """
    return await asyncio.to_thread(_run, (resume, posting, company, reflection, question))


def _run(task: tuple[Any, ...]) -> Preparation:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(theirs, task), daemon=True)
    worker.start()
    theirs.close()
    try:
        result = json.loads(ours.recv_bytes(MAX_ANSWER)) if ours.poll(SECONDS) else None
    except (EOFError, OSError, ValueError):
        result = None
    finally:
        worker.kill()
        worker.join()
        ours.close()
    if result is None:
        raise UnreadableDocument(
            "One of these files takes too much time or memory.", todo="Paste its text instead."
        )
    if "refused" in result:
        what, where, todo = result["refused"]
        raise EverestError(what, where=where, todo=todo)
    from everest.preparation import codec

    return codec.from_json(result["made"])


def _work(pipe: Connection, task: tuple[Any, ...]) -> None:
    resume, posting, company, reflection, question = task
    _limit()
    from everest.preparation import codec, prepare

    try:
        made = prepare(_source(resume), _source(posting), [company] if company else [], reflection, question)
        answer: dict[str, object] = {"made": codec.to_json(made, indent=None)}
    except EverestError as error:
        answer = {"refused": [error.what, error.where, error.todo]}
    pipe.send_bytes(json.dumps(answer).encode())


def _source(upload: Upload) -> Any:
    from everest.documents import read_document

    if upload.pasted:
        return upload.content.decode()
    return read_document(upload.content, name=upload.name)


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
