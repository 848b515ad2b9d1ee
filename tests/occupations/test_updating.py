"""A newer release over the network, from a server of our own."""

import hashlib
import io
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from everest.errors import BadInput, DataFileError, OfflineError
from everest.network import Permission
from everest.occupations import update_atlas
from everest.occupations.atlas import FILE, Atlas

OWN = Permission(hosts=("127.0.0.1",), private=True)


def release(count=520):
    """A small release of invented occupations, laid out like the official one."""
    codes = [f"{11 + n // 40}-{1000 + n % 40:04}.00" for n in range(count)]
    lines = ["O*NET-SOC Code\tTitle\tDescription"]
    lines += [f"{code}\tKeeper {n}\tKeep lamp number {n} lit." for n, code in enumerate(codes)]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("db_99_0_text/Occupation Data.txt", "\n".join(lines))
        archive.writestr("db_99_0_text/Read Me.txt", "O*NET 99.0 Database")
        archive.writestr("db_99_0_text/Ignored.txt", "x" * 200_000)
    return held.getvalue()


class Server:
    """Serves one file, breaking off after ``stop`` bytes once, and remembers what was asked for."""

    def __init__(self, content):
        self.content, self.stop, self.ranges, self.status = content, None, [], 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path.startswith("/robots"):
                    self.send_error(404)
                    return
                if outer.status != 200:
                    self.send_error(outer.status)
                    return
                asked = self.headers.get("Range")
                outer.ranges.append(asked)
                start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
                body = outer.content[start:]
                self.send_response(206 if asked else 200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                cut, outer.stop = outer.stop, None
                self.wfile.write(body[:cut])

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/db_99_0_text.zip"
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self):
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()


@pytest.fixture(scope="module")
def content():
    return release()


@pytest.fixture
def server(content):
    one = Server(content)
    yield one
    one.close()


def test_a_release_is_fetched_with_progress_and_checksum(server, content, tmp_path):
    told = []
    info = update_atlas(server.url, tmp_path, lambda *step: told.append(step), OWN)
    assert info["sha256"] == hashlib.sha256(content).hexdigest()
    assert info["release"] == "O*NET 99.0 Database"
    assert info["occupations"] == 520
    assert ("download", len(content), len(content)) in told
    assert told[-1][0] == "done"
    assert Atlas(tmp_path / FILE).titles[7] == "Keeper 7"


def test_a_broken_download_goes_on_where_it_stopped(server, tmp_path):
    server.stop = 100_000
    with pytest.raises(OfflineError):
        update_atlas(server.url, tmp_path, permission=OWN)
    assert not (tmp_path / FILE).exists()
    update_atlas(server.url, tmp_path, permission=OWN)
    first, second = server.ranges
    assert first is None
    assert second.startswith("bytes=")
    assert 0 < int(second[6:-1]) <= 100_000
    assert (tmp_path / FILE).is_file()


def test_a_wrong_checksum_leaves_the_old_atlas(server, tmp_path):
    (tmp_path / FILE).write_bytes(b"the old one")
    with pytest.raises(DataFileError, match="checksum"):
        update_atlas(server.url, tmp_path, permission=OWN, sha256="0" * 64)
    assert (tmp_path / FILE).read_bytes() == b"the old one"


@pytest.mark.parametrize(
    ("wrong", "error", "says"),
    [
        (b"<html>Not found</html>", DataFileError, "not a zip archive"),
        (release(3), BadInput, "only 3 occupations"),
    ],
)
def test_wrong_data_is_refused(server, tmp_path, wrong, error, says):
    server.content = wrong
    (tmp_path / FILE).write_bytes(b"the old one")
    with pytest.raises(error, match=says):
        update_atlas(server.url, tmp_path, permission=OWN)
    assert (tmp_path / FILE).read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [FILE]


def test_a_closed_door_is_said_plainly(server, tmp_path):
    server.status = 503
    with pytest.raises(OfflineError, match="503"):
        update_atlas(server.url, tmp_path, permission=OWN)


def test_no_server_is_said_plainly(server, tmp_path):
    address = server.url.replace(str(server.http.server_port), "9")
    with pytest.raises(OfflineError) as told:
        update_atlas(address, tmp_path, permission=OWN)
    assert "connection" in str(told.value) or "reached" in str(told.value)


def test_without_leave_nothing_is_fetched(server, tmp_path):
    with pytest.raises(OfflineError, match="leave"):
        update_atlas(server.url, tmp_path)
    assert server.ranges == []
