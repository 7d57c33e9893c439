"""Browsers that lack what newer ones have, or have shut it off: the page works, and what is saved is sent."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

import handslag
from handslag.models.models import Activity, Promise, Voice
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.journeys.test_phone import (  # noqa: F401  (villages: a fixture)
    LOG,
    NOTICE,
    Thumb,
    caught_up,
    cut,
    open_kept,
    restore,
    villages,
    waiting,
)
from tests.make import make_dialogue

# What Safari 15, Firefox 91 or Samsung Internet 16 lack. Taken away before any script of the page runs.
LACKING = """
delete AbortSignal.timeout; delete AbortSignal.any; delete AbortSignal.prototype.throwIfAborted;
delete Crypto.prototype.randomUUID; delete window.structuredClone; delete window.scheduler;
for (const kind of [Array, String, Int8Array]) delete kind.prototype.at;
for (const name of ["findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with", "group"]) {
  delete Array.prototype[name];
}
delete Array.fromAsync; delete Object.groupBy; delete Map.groupBy; delete Object.hasOwn;
delete URL.parse;
delete Promise.withResolvers; delete Promise.try; delete URL.canParse;
delete SubmitEvent.prototype.submitter;
delete HTMLFormElement.prototype.requestSubmit; delete window.HTMLDialogElement;
delete window.BroadcastChannel;
delete Navigator.prototype.storage; delete Navigator.prototype.locks;
delete window.CloseWatcher; delete window.navigation; delete Element.prototype.checkVisibility;
delete Response.json; delete ReadableStream.from; delete HTMLElement.prototype.togglePopover;
delete HTMLElement.prototype.showPopover; delete Document.prototype.startViewTransition;
delete Set.prototype.union; delete String.prototype.isWellFormed;
"""
# What a browser shuts off: by name, how.
SHUT_OFF = {
    "no service worker": "delete Navigator.prototype.serviceWorker;",
    "the service worker is refused": """ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new TypeError('no'));""",
    "no caches": "delete window.caches;",
    "no IndexedDB": "delete window.indexedDB;",
    "IndexedDB is null": "Object.defineProperty(window, 'indexedDB', { value: null });",
    "IndexedDB throws when touched": """Object.defineProperty(window, 'indexedDB', {
        get() { throw new DOMException('no', 'SecurityError'); } });""",
    "IndexedDB is refused in a private window": """IDBFactory.prototype.open = () => {
        const asked = {}; setTimeout(() => asked.onerror?.()); return asked; };""",
    "IndexedDB never answers": "IDBFactory.prototype.open = () => ({});",
    "the store is full": """IDBObjectStore.prototype.put = function () {
        throw new DOMException('full', 'QuotaExceededError'); };""",
    "the store fails when it is written": """IDBObjectStore.prototype.put = function (entry) {
        this.transaction.abort(); return {}; };""",
    "localStorage throws": """for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('no'); } });""",
    "what keeps the store throws": """Object.defineProperty(Navigator.prototype, 'storage', {
        get() { throw new TypeError('no'); } });""",
    "a fault of ours": "window.URLSearchParams = undefined;",
    "random numbers are missing": "delete Crypto.prototype.getRandomValues;",
    "words of days are missing": "delete Intl.DateTimeFormat;",
}


def old(start: Open, script: str, who: str = "bo") -> Journey:
    """A browser in which `script` has run before those of each page; without `:has()` in style sheets."""
    walk = start(who)
    walk.page.context.add_init_script(script)
    walk.page.route("**/*.css", without_has)
    return walk


def without_has(route: object) -> None:
    answer = route.fetch()  # type: ignore[attr-defined]
    body = answer.text().replace(":has(", ":not-known-yet(").replace("&", "&-not-known-yet")
    route.fulfill(response=answer, body=body)  # type: ignore[attr-defined]


def fill_in(page: Page) -> None:
    thumb = Thumb(page)
    thumb.tap("Vara på plats i byarna")
    thumb.tap("Viksjö")
    page.get_by_label("Hur länge?").fill("2")


def saved() -> list[str]:
    return [str(one.place) for one in Activity.objects.all()]


@pytest.mark.parametrize("width", [320, 1280])
def test_an_old_browser_sends_at_once(width: int, villages: Promise, journey: Open) -> None:  # noqa: F811
    walk = old(journey, LACKING)
    walk.page.set_viewport_size({"width": width, "height": 800})
    walk.go(LOG)
    assert walk.page.evaluate("[AbortSignal.timeout, crypto.randomUUID, [].at].every((one) => !one)")
    fill_in(walk.page)
    walk.page.get_by_role("button", name="Spara").click()
    walk.page.wait_for_url("**/kvitto/")
    walk.look()
    assert saved() == ["Viksjö"]


def test_an_old_browser_keeps_without_network_and_sends_when_it_is_back(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = old(journey, LACKING)
    walk = open_kept(lambda *_: walk)
    cut(walk)
    fill_in(walk.page)
    walk.page.get_by_role("button", name="Spara").click()
    assert waiting(walk) == "Väntar på nät: 1"
    restore(walk)
    caught_up(walk)
    assert saved() == ["Viksjö"]


@pytest.mark.parametrize("what", SHUT_OFF)
def test_what_is_shut_off_leaves_a_form_that_saves(
    what: str,
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = old(journey, SHUT_OFF[what])
    walk.page.goto(walk.address + LOG)
    fill_in(walk.page)
    walk.page.get_by_role("button", name="Spara").click()
    walk.page.wait_for_url("**/kvitto/", timeout=20_000)
    assert saved() == ["Viksjö"]


@pytest.mark.parametrize("what", ["old", *SHUT_OFF])
def test_a_card_is_saved_whatever_the_browser_lacks(what: str, people: Cast, journey: Open) -> None:
    dialogue = make_dialogue(people.harnosand)
    walk = old(journey, SHUT_OFF.get(what, LACKING), "anna")
    walk.page.goto(f"{walk.address}/bord/harnosand/dialoger/{dialogue.public_id}/kort/")
    walk.page.get_by_label("Vad sades?").fill("Belys gången till skolan.")
    walk.page.keyboard.press("Control+Enter")
    page = walk.page
    for _ in range(150):
        if Voice.objects.exists():
            break
        page.wait_for_timeout(100)
    assert [one.text for one in Voice.objects.all()] == ["Belys gången till skolan."]


@pytest.mark.parametrize("what", SHUT_OFF)
def test_log_out_logs_out_whatever_is_shut_off(what: str, people: Cast, journey: Open) -> None:
    walk = old(journey, SHUT_OFF[what])
    walk.page.goto(f"{walk.address}/konto/logga-ut/")
    walk.page.get_by_role("button", name="Logga ut").click()
    walk.page.wait_for_url(f"{walk.address}/", timeout=20_000)


def test_a_server_that_does_not_answer_is_no_missing_network(
    villages: Promise,  # noqa: F811
    journey: Open,
) -> None:
    walk = journey("bo")
    walk.go(LOG)
    walk.page.route("**/ko/", lambda route: route.abort())
    fill_in(walk.page)
    walk.page.get_by_role("button", name="Spara").click()
    waiting(walk)
    assert walk.page.locator(NOTICE).inner_text() == "Sparat på telefonen. Det skickas om en stund."


STATIC = Path(handslag.__file__).parent / "static"
SCRIPTS = [*STATIC.glob("*.js"), STATIC.parent / "templates/desk/log_worker.js"]
# Newer than the oldest browsers we promise (docs/guide/logga.md); each has an older way.
TOO_NEW = """
    AbortSignal.timeout AbortSignal.any randomUUID structuredClone .at( groupBy hasOwn .requestSubmit(
    showModal .findLast .toSorted .toReversed .replaceAll( withResolvers canParse BroadcastChannel
    navigator.locks :has( showPopover checkVisibility Promise.try
    Promise.any startViewTransition requestIdleCallback
    import( ??= ||= &&=
"""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_uses_what_an_old_browser_lacks(script: Path) -> None:
    lines = [line.split("//")[0] for line in script.read_text("utf8").splitlines()]
    assert [(word, line) for line in lines for word in TOO_NEW.split() if word in line] == []
