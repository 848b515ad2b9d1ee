"""Long work: begun, watched, and ended before its time if the person says so."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from everest.errors import EverestError, NotFound
from everest.web.uploads import Reading, Task

if TYPE_CHECKING:
    from everest.preparation import Preparation

MOST_KEPT = 50
"""Jobs remembered; the oldest are forgotten first."""

Finish = Callable[["Preparation"], str]
"""Keeps what was made and returns the address to show it at."""


class Job:
    """One piece of work. ``share`` is 0..1; at the end either ``address`` or ``error`` is set, or it was stopped."""

    def __init__(self, task: Task, finish: Finish, back: str) -> None:
        self.what, self.share = "Opening the documents", 0.0
        self.address = ""
        self.error: EverestError | None = None
        self.stopped = False
        self.back = back
        self.finished = threading.Event()
        self._reading = Reading(task)
        threading.Thread(target=self._run, args=(finish,), daemon=True).start()

    def stop(self) -> None:
        """End the work; nothing of it is kept."""
        self.stopped = True
        self._reading.stop()

    def _run(self, finish: Finish) -> None:
        try:
            made = self._reading.result(self._told)
            if not self.stopped:
                self.address = finish(made)
        except EverestError as error:
            self.error = None if self.stopped else error
        finally:
            self.finished.set()

    def _told(self, what: str, share: float) -> None:
        self.what, self.share = what, share


class Jobs:
    """The jobs of one server."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def begin(self, task: Task, finish: Finish, *, back: str = "/") -> str:
        """Start a job and return its id; ``back`` is where the person came from."""
        id_ = secrets.token_hex(8)
        self._jobs[id_] = Job(task, finish, back)
        for old in list(self._jobs)[:-MOST_KEPT]:
            del self._jobs[old]
        return id_

    def get(self, id_: str) -> Job:
        """Return a job.

        Raises:
            NotFound: if there is none of that id; a server that was started again has forgotten its jobs.
        """
        if id_ not in self._jobs:
            raise NotFound(
                "That work is not under way any more.", todo="Go back to the start and begin again."
            )
        return self._jobs[id_]
