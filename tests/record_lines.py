"""Lines of records for the rules of what is recorded."""

PROOF = "evidence: [{number: 12/KH-UBND}]"
DONE = f"{{task: I.1, status: done, date: 2026-03-02, {PROOF}, recorded: 2026-03-02}}"


def entries(*lines: str, by: str = "so-noi-vu", about: str = "tasks: [{id: I.1}]\n") -> str:
    return f"{about}entries: {{{by}: [{', '.join(lines)}]}}"


def moved(to: str, number: str = "9/UBND", on: str = "2026-06-01", task: str = "I.1", more: str = "") -> str:
    document = f"document: {{number: {number}, date: {on}}}"
    return f"{{task: {task}, action: extend, to: {to}, {more}{document}, recorded: {on}}}"
