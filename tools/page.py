"""Try a page of `cchc report dashboard` in Chromium, from disk and without a network.

    python tools/page.py trang.html --axe axe.min.js -o FOLDER [--chromium /usr/bin/chromium]

Prints what fails and exits 1; the folder gets screenshots at 360, 768 and 1440 pixels, the pictures of
docs/pages, and the page as a PDF on A4. Needs `pip install playwright` and Chromium; axe-core is on npm.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from cchc_cli.vietnamese.names import fold

WIDTHS = (360, 768, 1440)
SHOWN = "() => [...document.querySelectorAll('tr[data-task]')].filter(r => !r.hidden).map(r => r.id)"
TITLES = (
    "() => [...document.querySelectorAll('tr[data-task]')].map(r => [r.id, r.querySelector('summary').firstChild.data])"
)
CLASSES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def main() -> int:
    """Print what fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("--axe", type=Path)
    parser.add_argument("-o", dest="folder", type=Path, required=True)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        found = [
            *looks(browser, given),
            *pictures(browser, given),
            *works(browser, given.page),
            *without_script(browser, given.page),
        ]
        browser.close()
    sys.stdout.write("\n".join(found or ["nothing to find fault with"]) + "\n")
    return 1 if found else 0


def opened(browser: Browser, file: Path, said: list[str], **settings: Any) -> Page:
    """The page, with the network off; whatever it asks for or says is added to `said`."""
    context = browser.new_context(offline=True, **settings)
    page, own = context.new_page(), file.resolve().as_uri()
    page.on(
        "request",
        lambda asked: said.append(f"request: {asked.url}") if not asked.url.startswith((own, "data:,")) else None,
    )
    page.on("console", lambda told: said.append(f"console: {told.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.goto(own)
    return page


def looks(browser: Browser, given: argparse.Namespace) -> Iterator[str]:
    """Every width in light and dark: no overflow, axe finds nothing; and the PDF."""
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            said: list[str] = []
            page = opened(browser, given.page, said, viewport={"width": width, "height": 900}, color_scheme=scheme)
            where = f"{width} px, {scheme}"
            if page.evaluate("document.documentElement.scrollWidth") > width:
                yield f"{where}: wider than the screen"
            page.screenshot(path=str(given.folder / f"{width}-{scheme}.png"))
            page.screenshot(path=str(given.folder / f"{width}-{scheme}-whole.png"), full_page=True)
            for each in page.query_selector_all("details")[:3]:
                each.evaluate("e => e.open = true")
            if given.axe:
                page.evaluate(given.axe.read_text(encoding="utf-8"))
                result = page.evaluate("tags => axe.run({runOnly: tags})", CLASSES)
                for fault in result["violations"]:
                    nodes = "; ".join(node["html"][:120] for node in fault["nodes"][:3])
                    yield f"{where}: axe {fault['id']} ({len(fault['nodes'])}): {fault['help']}: {nodes}"
            if (width, scheme) == (1440, "light"):
                page.pdf(path=str(given.folder / "a4.pdf"), prefer_css_page_size=True)
            yield from said
            page.context.close()


def pictures(browser: Browser, given: argparse.Namespace) -> Iterator[str]:
    """The two pictures of docs/pages: the first screen, and on a phone what a link to an agency opens."""
    said: list[str] = []
    page = opened(browser, given.page, said, viewport={"width": 960, "height": 640})
    page.screenshot(path=str(given.folder / "dashboard.png"))
    agency = page.eval_on_selector_all("tbody tr[id] a[href^='#']", "all => all[0]?.getAttribute('href')")
    if agency is None:
        return
    page.set_viewport_size({"width": 360, "height": 640})
    page.evaluate("() => { document.querySelector('.filter').open = false }")
    page.evaluate("place => { location.hash = place }", agency)
    page.wait_for_function("() => document.querySelector('[name=co-quan]').value")
    page.screenshot(path=str(given.folder / "dashboard-phone.png"))
    yield from said


def works(browser: Browser, file: Path) -> Iterator[str]:
    """Filters, links, sorting and the keyboard."""
    said: list[str] = []
    page = opened(browser, file, said, viewport={"width": 1200, "height": 900})
    every = page.evaluate(SHOWN)
    texts = page.evaluate("() => [...document.querySelectorAll('tr[data-task]')].map(r => [r.id, r.textContent])")
    for name, title in page.evaluate(TITLES):
        page.fill("[name=tim]", title)
        if name not in page.evaluate(SHOWN):
            yield f"{name} is not found by its own title"
    for words in ("thể chế", "SO TU PHAP", "quan ly", "Ủy ban nhân dân", "cải cách hành chính"):
        page.fill("[name=tim]", words)
        wanted = [name for name, text in texts if fold(words) in fold(text)]
        if page.evaluate(SHOWN) != wanted:
            yield f"search for {words}: {len(page.evaluate(SHOWN))} tasks, not {len(wanted)}"
    reset(page)
    if page.evaluate(SHOWN) != every:
        yield "the reset does not show everything"
    for name in ("co-quan", "vai-tro", "tinh-trang", "linh-vuc", "cap"):
        options = page.eval_on_selector_all(f"[name={name}] option", "all => all.map(o => o.value).filter(Boolean)")
        for option in options[:: max(1, len(options) // 8)]:
            page.select_option(f"[name={name}]", option)
            seen = page.evaluate(SHOWN)
            linked = opened_at(page, file, page.evaluate("location.hash"))
            if linked != seen:
                yield f"{name} {option}: the link opens {len(linked)} tasks, the filter shows {len(seen)}"
        reset(page)
    yield from sorts(page)
    yield from long_tables(page)
    yield from keyboard(page)
    yield from said


def reset(page: Page) -> None:
    """Show everything again; the page does so after the click has ended."""
    if page.is_visible("button[type=reset]"):
        page.click("button[type=reset]")
    page.wait_for_function("() => !location.hash")


def opened_at(page: Page, file: Path, place: str) -> list[str]:
    """The tasks that a link shows, opened afresh."""
    other = page.context.new_page()
    other.goto(file.resolve().as_uri() + place)
    seen: list[str] = other.evaluate(SHOWN)
    other.close()
    return seen


def sorts(page: Page) -> Iterator[str]:
    """The days of the task list in order, then the printed order again."""
    before = page.evaluate(SHOWN)
    head = "section[data-level] thead th"
    if page.query_selector(head) is None:
        return
    days = "() => [...document.querySelectorAll('section[data-level] tbody')][0].querySelectorAll('tr[data-task] time')"
    page.click(f"{head}:nth-child(3) button")
    found = page.evaluate(f"() => [...({days})()].map(t => t.dateTime)")
    if found != sorted(found) or len(found) < 2:
        yield "sorting by day gives another order"
    if page.get_attribute(f"{head}:nth-child(3)", "aria-sort") != "ascending":
        yield "aria-sort does not say so"
    page.click(f"{head}:nth-child(1) button")
    if page.evaluate(SHOWN) != before:
        yield "sorting by number does not give the printed order back"


def long_tables(page: Page) -> Iterator[str]:
    """A long table shows its first lines, and all of them at a click."""
    lines = "() => [...document.querySelectorAll('.short tr')].filter(e => e.checkVisibility()).length"
    whole = "e => [...e.previousSibling.querySelectorAll('tr')].every(r => r.hidden || r.checkVisibility())"
    more = page.query_selector(".more:not([hidden])")
    if more is None:
        return
    before = page.evaluate(lines)
    more.click()
    if not more.evaluate(whole):
        yield "a long table does not show all of its lines"
    more.click()
    if page.evaluate(lines) != before:
        yield "a long table is not short again"


def keyboard(page: Page) -> Iterator[str]:
    """Tab reaches every control once, in the order of the page; Enter opens a task from a list."""
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('a[href],button,input,select,summary,[tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); window.met = new Set() }")
    page.keyboard.press("Home")
    for _ in range(wanted + 2):
        page.keyboard.press("Tab")
        page.evaluate("() => document.activeElement !== document.body && window.met.add(document.activeElement)")
    met = page.evaluate("() => window.met.size")
    if met < wanted:
        yield f"the Tab key reaches {met} of {wanted} controls"
    link = page.query_selector("tr[data-of]:not([hidden]) a")
    if link is not None:
        link.focus()
        page.keyboard.press("Enter")
        try:
            page.wait_for_function("() => document.activeElement.tagName === 'SUMMARY'", timeout=2000)
        except Error:
            yield "Enter on a line does not lead to its task"


def without_script(browser: Browser, file: Path) -> Iterator[str]:
    """Without JavaScript the filter is hidden and everything else is there."""
    said: list[str] = []
    page = opened(browser, file, said, java_script_enabled=False)
    if page.is_visible(".filter"):
        yield "without JavaScript the filter is shown, though it does nothing"
    if not all(each.is_visible() for each in page.query_selector_all("tr[data-task]")):
        yield "without JavaScript some tasks are hidden"
    page.click("[data-task] summary")
    if not page.is_visible("[data-task] dl"):
        yield "without JavaScript a task does not open"
    yield from said


if __name__ == "__main__":
    sys.exit(main())
