"""A real HTTP server on this machine that speaks both protocols, well or badly, as told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

OPENAI, ANTHROPIC = "openai", "anthropic"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.seen.append((self.path, dict(self.headers), body))
        behaviour = self.server.behaviour
        if isinstance(behaviour, int):
            self.reply(behaviour, "application/json", json.dumps({"error": {"message": "no", "type": "x"}}))
        elif behaviour == "silent":
            self.server.released.wait(5)
        elif behaviour == "garbage":
            self.reply(200, "text/event-stream", "data: {not json\n\n")
        elif behaviour == "page":
            self.reply(200, "text/html", "<h1>It works</h1>")
        else:
            self.reply(200, "text/event-stream", self.events())

    def events(self) -> str:
        pieces, dies = self.server.pieces, self.server.behaviour == "dies"
        lines = (
            openai_events(pieces, dies=dies)
            if "chat/completions" in self.path
            else anthropic_events(pieces, dies=dies)
        )
        return "".join(lines)

    def reply(self, status: int, kind: str, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args: Any) -> None:
        pass


def openai_events(pieces: list[str], *, dies: bool) -> Iterator[str]:
    for piece in pieces:
        yield event(
            {
                "id": "1",
                "object": "chat.completion.chunk",
                "created": 1,
                "model": "m",
                "choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}],
            }
        )
    if not dies:
        yield event(
            {
                "id": "1",
                "object": "chat.completion.chunk",
                "created": 1,
                "model": "m",
                "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
            }
        )
        yield "data: [DONE]\n\n"


def anthropic_events(pieces: list[str], *, dies: bool) -> Iterator[str]:
    message = {
        "id": "1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }
    yield named({"type": "message_start", "message": message})
    yield named({"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}})
    for piece in pieces:
        yield named(
            {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": piece}}
        )
    if not dies:
        yield named({"type": "content_block_stop", "index": 0})
        yield named(
            {
                "type": "message_delta",
                "delta": {"stop_reason": "end_turn", "stop_sequence": None},
                "usage": {"output_tokens": 9},
            }
        )
        yield named({"type": "message_stop"})


def event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data)}\n\n"


def named(data: dict[str, Any]) -> str:
    return f"event: {data['type']}\n{event(data)}"


@contextmanager
def serving(pieces: list[str] | None = None, behaviour: str | int = "well") -> Iterator[Any]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.pieces, server.behaviour, server.seen = pieces or [], behaviour, []
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def address(server: Any, provider: str) -> str:
    root = f"http://127.0.0.1:{server.server_address[1]}"
    return f"{root}/v1" if provider == OPENAI else root
