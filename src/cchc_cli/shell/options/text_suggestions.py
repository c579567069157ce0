"""What Tab offers for `text`: periods, and behind one the places that have a text."""

from cchc_cli.shell import environment
from cchc_cli.shell.options.suggestions import periods, starting, workspaces


def places(incomplete: str) -> list[tuple[str, str]]:
    """Periods; behind one, the places that have a text in it."""
    from cchc_cli.schedule import period

    named = {found.id for word in environment.completed_words() if (found := period(word))}
    if not named:
        return [*periods(incomplete), *starting((("take", "lấy từ tệp Word"),), incomplete)]
    written = (
        (text.place, text.text[:60])
        for each in workspaces() for plan in each.plans for own, text in plan.records.texts if own in named
    )  # fmt: skip
    return starting(dict(written).items(), incomplete)
