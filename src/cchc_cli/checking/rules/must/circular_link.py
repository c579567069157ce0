"""No task may implement itself through tasks of other plans."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.circles import Ways, circles
from cchc_cli.checking.rules.links import written
from cchc_cli.plan.links import Linked, Links
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC227",
    "Các nhiệm vụ thực hiện lẫn nhau",
    "Việc này thực hiện việc kia, việc kia lại thực hiện việc này thì không biết việc nào là của cấp trên.",
    shared=True,
)
def circular_link(workspace: Workspace) -> Found:
    """Flags tasks whose `implements` leads back to them. A circle is reported once, at its start.

    Bad:
      tasks: [{id: I.1, implements: ["xa:I.1"]}]
      plans: {xa: {tasks: [{id: I.1, implements: ["2026:I.1"]}]}}
    Good:
      tasks: [{id: I.1}]
      plans: {xa: {tasks: [{id: I.1, implements: ["2026:I.1"]}]}}
    """
    links, ways = Links(workspace), Ways()
    places = {}
    for link in written(workspace):
        target, task = links.target(link.reference), link.plan.task(link.row.id)
        if target is not None and task is not None and target.plan is not link.plan:
            own = Linked(link.plan, task).name
            ways.setdefault(own, []).append(target.name)
            places[own, target.name] = link
    for circle in circles(ways):
        link = places[circle[0], circle[1]]
        path = " → ".join((*circle, circle[0]))
        message = f"{link.row.id}: các nhiệm vụ thực hiện lẫn nhau: {path}"
        yield Finding(
            link.row.at, message, "implements", link.item, hint="bỏ một liên kết trong vòng", task=link.row.id
        )
