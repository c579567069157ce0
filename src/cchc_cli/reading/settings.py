"""The settings that hold: a plan's own, else the workspace's, else the program's defaults."""

from msgspec import structs

from cchc_cli.model import Settings

DEFAULTS = Settings(due_soon_days=30, periods="cutoff", confirm_done=False, move_off_days=False)


def merged(own: Settings | None, shared: Settings) -> Settings:
    """The settings of a plan, completed by those of the workspace. What neither has stays None or its default."""
    result = shared
    for above in (own,) if own else ():
        given = {name: value for name, value in structs.asdict(above).items() if value is not None and name != "at"}
        result = structs.replace(result, **given)
    return result


def with_defaults(settings: Settings) -> Settings:
    """The workspace's settings, completed by the program's defaults."""
    return structs.replace(merged(settings, DEFAULTS), at=settings.at)
