"""A page of `report dashboard`, read by a parser of HTML; its filter in Python, as the page's own script applies it."""

from functools import cached_property
from typing import Any, NamedTuple

from lxml import html


class Filtered(NamedTuple):
    """Ids of what the page shows."""

    tasks: list[str]
    due: list[str]


class Page:
    """The parsed page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = html.document_fromstring(text)

    def number(self, name: str) -> str:
        """One of the first figures: qua-han, den-han, hoan-thanh, dung-han."""
        return self.words(self.one(f'//*[@id="so.{name}"]'))

    def one(self, path: str) -> Any:
        found = self.tree.xpath(path)
        assert len(found) == 1, path
        return found[0]

    def all(self, path: str) -> list[Any]:
        return list(self.tree.xpath(path))

    @staticmethod
    def words(element: Any) -> str:
        return " ".join(element.text_content().split())

    def listed(self, name: str) -> list[str]:
        """The ids in a list that everybody sees, as printed."""
        rows = self.all(f'//section[@aria-labelledby="muc.{name}"]//tr[@data-of][not(@data-own)]')
        return [_milestone(self.words(row[0])) for row in rows]

    def beside(self, name: str) -> str:
        """What a list has beside what its first figure counts."""
        return " ".join(self.words(each) for each in self.all(f'//*[@id="so.{name}"]/following-sibling::dd'))

    def bars(self, title: str) -> list[tuple[str, str]]:
        """Each bar of a chart: its name, and what it tells a reader who does not see it."""
        bars = self.all(f'//figure[starts-with(figcaption, "{title}")]/ol/li')
        return [(self.words(bar.find("span")), bar.find("svg").get("aria-label")) for bar in bars]

    def figures(self, title: str) -> list[list[str]]:
        """The rows of a table of figures."""
        rows = self.all(f'//table[caption="{title}"]/*[not(self::thead)]/tr')
        return [[self.words(cell) for cell in row] for row in rows]

    @cached_property
    def circles(self) -> dict[str, set[str]]:
        """What the marks of each agency may be."""
        options = self.all('//select[@name="co-quan"]/option[@value!=""]')
        return {each.get("value"): {each.get("value"), *(each.get("data-in") or "").split()} for each in options}

    def filtered(self, agency: str, role: str = "") -> Filtered:
        """What an agency sees: tasks, and what is overdue or due soon."""

        def concerns(row: Any) -> bool:
            marks = row.get("data-w").split()
            return any(mark[1:] in self.circles[agency] and role in ("", mark[0]) for mark in marks)

        tasks = [row.get("id") for row in self.all("//tr[@data-task]") if concerns(row)]
        pressing = '//section[@aria-labelledby="muc.qua-han" or @aria-labelledby="muc.den-han"]//tr[@data-of]'
        return Filtered(tasks, sorted(_milestone(self.words(row[0])) for row in self.all(pressing) if concerns(row)))


def _milestone(printed: str) -> str:
    """The id of a milestone or turn; a task with one milestone is printed by its own id."""
    return printed if "/" in printed or "@" in printed else f"{printed}/1"
