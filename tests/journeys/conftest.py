"""Journeys with a real browser: keyboard only, axe on every page and state, with and without JavaScript."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import cast as cast_module
from tests.cast import Cast

# The first is the same browser without windows, menus and tabs, and so takes a fifth less time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
NARROW = {"width": 320, "height": 700}
EXPECTED = ("the server responded with a status of 4", "ERR_INTERNET_DISCONNECTED")
Open = Callable[..., "Journey"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)
            # A real browser on a busy machine is sometimes late. The summary names what was done twice.
            item.add_marker(pytest.mark.flaky(reruns=2))


class Journey:
    """One person at one screen. Every page they come to is looked at by axe and must not be too wide."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.said: list[str] = []  # what the browser complained of
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type == "error" else None
        )

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.look()

    def look(self) -> None:
        """What axe finds, what is too wide, what the browser refused to run: nothing, all of it."""
        self.page.wait_for_load_state("load")
        found = Axe().run(self.page).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
        too_wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert too_wide <= 0, (self.page.url, too_wide)
        # The browser notes every answer of 4xx, and every try while a test has cut the network, at once or
        # a moment later; that is the point of some pages.
        assert [line for line in self.said if not any(one in line for one in EXPECTED)] == []

    def tab_to(self, name: str) -> None:
        """Press Tab until the thing with this name, label or text has the focus."""
        for _ in range(150):
            self.page.keyboard.press("Tab")
            if name in self.page.evaluate(_FOCUSED):
                return
        raise AssertionError(f"not reached by Tab: {name}")

    def follow(self, name: str) -> None:
        """Go to a link or button with Tab, press Enter, and look at the page that comes."""
        self.tab_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.look()

    def tick(self, name: str) -> None:
        """Go to a choice with Tab and take it with the space bar."""
        self.tab_to(name)
        self.page.keyboard.press("Space")

    def write(self, name: str, words: str) -> None:
        self.tab_to(name)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    @property
    def h1(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    def log_in(self, who: str) -> None:
        self.page.goto(f"{self.address}/konto/logga-in/")
        self.page.fill("[name=login]", f"{who}@example.org")
        self.page.fill("[name=password]", f"{who}-has-a-long-password")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/bord/**")


_FOCUSED = """(() => { const e = document.activeElement;
  if (e === document.body) return '';
  const labels = [...(e.labels || [])].map(label => label.innerText);
  return [e.innerText, e.getAttribute('aria-label'), ...labels].join('|') })()"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium: install it to run the journeys")
    # Playwright's loop runs in this thread, and Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """The cast, where the browser's server sees them, none of whom has tried to log in too often."""
    cache.clear()
    return cast_module.make_cast()


@pytest.fixture
def journey(browser: Browser, live_server: LiveServer, people: Cast) -> Iterator[Open]:
    """`journey("bo", js=False, width=320)`: a browser of one's own, logged in unless nobody is named."""
    contexts = []

    def start(who: str = "", *, js: bool = True, width: int = 390) -> Journey:
        # reduced motion: axe must not look at a colour that is half-way to another
        context = browser.new_context(
            viewport={"width": width, "height": 844}, locale="sv-SE", reduced_motion="reduce"
        )
        if not js:  # no script arrives; the browser's own switch would stop axe as well
            context.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        contexts.append(context)
        context.set_default_timeout(10_000)
        walk = Journey(context.new_page(), live_server.url)
        if who:
            walk.log_in(who)
        return walk

    yield start
    for context in contexts:
        context.close()


def until(page: Page, script: str) -> None:
    """Wait until a script is true. Playwright's own way is a script of the page, which its policy forbids."""
    for _ in range(200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(script)
