"""A real browser: pages at the width of a telephone, read by axe, with all that they ask for written down.

Chromium gets a proxy that is ours: it hands out the pages to be read, and from anywhere else nothing.
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from mimetypes import guess_type
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from support.today import on_this_clock

TELEPHONE = 360
"""Pixels across."""
_HERE = "pages.test"
_PATIENCE = 240.0
"""Seconds that a reading may take, on however busy a machine."""
_OF_ITS_OWN = ("googleapis.com", "google.com", "gvt1.com", "gstatic.com")
"""Whom Chromium itself asks for news, whatever page is open."""

Rules = Mapping[str, Any]
"""Which of its rules axe goes by, in the form of its own options."""
ALL: Rules = {}
COLOURS: Rules = {"runOnly": ["color-contrast"]}
ALL_BUT_COLOURS: Rules = {"rules": {"color-contrast": {"enabled": False}}}
"""For a page so long that looking behind each of its letters takes half a minute."""

_READING = """<!doctype html><html lang="nl"><title>look</title><script>
async function look(path, options) {
  const frame = document.createElement("iframe");
  frame.width = %(width)d; frame.height = 800;
  const loaded = new Promise(done => frame.onload = done);
  frame.src = path;
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow, inside = page.document;
  for (const each of inside.querySelectorAll("details")) each.open = true;
  const axe = inside.createElement("script");
  const there = new Promise(done => axe.onload = done);
  axe.src = "/axe.js";
  inside.head.append(axe);
  await there;
  const found = await page.axe.run(inside, {resultTypes: ["violations"], iframes: false, ...options});
  const edge = page.innerWidth + 1;
  const beyond = [...inside.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > edge);
  const read = {
    path: path,
    dark: page.matchMedia("(prefers-color-scheme: dark)").matches,
    too_wide: inside.documentElement.scrollWidth < edge ? [] : beyond.map(each => each.outerHTML.slice(0, 200)),
    passed: found.passes.length,
    faults: found.violations.map(
      each => [each.help, ...each.nodes.map(node => node.html + " " + node.failureSummary)].join("\\n  ")
    ),
  };
  frame.remove();
  return read;
}
window.onload = async () => {
  const all = [];
  for (const [path, options] of %(asked)s)
    all.push(await look(path, options).catch(trouble => (
      {path: path, dark: null, too_wide: [], passed: 0, faults: ["" + trouble]}
    )));
  await fetch("/read", {method: "POST", body: JSON.stringify(all)});
};
</script><body></body></html>
"""


class PageRead(NamedTuple):
    """What was seen of a page."""

    path: str
    dark: bool
    too_wide: Sequence[str]
    """What goes beyond the edge, where a reader would have to scroll sideways."""
    passed: int
    """How many of axe's rules had something to look at and found it right."""
    faults: Sequence[str]
    """What axe finds wrong, in its own words."""


class Reading(NamedTuple):
    """What was seen of pages."""

    pages: Sequence[PageRead]
    asked_elsewhere: Sequence[str]
    """What the pages asked for outside themselves."""


def find_browser() -> str | None:
    """Return the program, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


def read_pages(
    browser: str, pages: Mapping[str, Path], asked_for: Mapping[str, Rules], scratch: Path, *, dark: bool
) -> Reading:
    """Let a browser open pages one by one and axe look at each.

    Args:
        browser: the program.
        pages: the folders whose files are served, by the first part of their path.
        asked_for: the pages to read, such as ``/site/index.html``, each with the rules for it.
        scratch: an empty folder, for what the browser keeps.
        dark: whether the person likes dark pages.
    """
    axe = (files("axe_core_python") / "axe.min.js").read_bytes()
    reading = _READING % {"width": TELEPHONE, "asked": json.dumps([*asked_for.items()])}
    made = {"/axe.js": ("text/javascript", axe), "/look": ("text/html", reading.encode())}
    asked: list[str] = []
    read: list[dict[str, Any]] = []
    done = threading.Event()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.netloc != _HERE:
                self._refuse()
            elif url.path in made:
                self._answer(*made[url.path])
            else:
                self._hand_out(unquote(url.path))

        def do_POST(self) -> None:
            url = urlsplit(self.path)
            if (url.netloc, url.path) != (_HERE, "/read"):
                self._refuse()
                return
            read.extend(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._answer("text/plain", b"")
            done.set()

        def do_CONNECT(self) -> None:
            self._refuse()

        def _hand_out(self, path: str) -> None:
            name, _, rest = path.removeprefix("/").partition("/")
            file = pages[name] / rest if name in pages else None
            if file is None or not file.is_file():
                self.send_error(404)
                return
            content = file.read_bytes()
            # A page of ours allows no script at all; axe is one.
            content = content.replace(b"default-src 'none';", b"default-src 'none'; script-src 'self';")
            self._answer(guess_type(file.name)[0] or "application/octet-stream", content)

        def _answer(self, kind: str, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _refuse(self) -> None:
            host = urlsplit(self.path if "//" in self.path else f"//{self.path}").hostname or ""
            if not host.endswith(_OF_ITS_OWN):
                asked.append(f"{self.command} {self.path}")
            self.send_error(403)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        words = [
            browser,
            "--headless=new",
            f"--proxy-server=http://127.0.0.1:{server.server_port}",
            f"--user-data-dir={scratch}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}",
            *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
            *("--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
            # Root has no sandbox to be put in; what is opened is our own.
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
            f"http://{_HERE}/look",
        ]
        with subprocess.Popen(
            words, env=on_this_clock(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                assert done.wait(_PATIENCE), f"{browser} came to no end"
            finally:
                process.kill()
        server.shutdown()
    return Reading([PageRead(**each) for each in read], asked)
