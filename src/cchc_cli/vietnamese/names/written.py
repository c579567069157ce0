"""A name as officers write it → the ids that it names: other words for the same, a part, a head, initials."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from re import compile as pattern

from cchc_cli.vietnamese.names.forms import Form, form_of
from cchc_cli.vietnamese.names.grouped import grouped
from cchc_cli.vietnamese.names.heads import without_head
from cchc_cli.vietnamese.names.keys import fold
from cchc_cli.vietnamese.names.own import Own
from cchc_cli.vietnamese.names.runs import Runs
from cchc_cli.vietnamese.names.shortened import Initials
from cchc_cli.vietnamese.names.spelled import bare, spelled, typed_words

_BRACKETED = pattern(r"([^()]+)\(([^()]+)\)\W*")
_IS_LIST = pattern(r"[,;/&]|\bvà\b")


class Written:
    """The forms of the known `names`, looked up when no name is equal; `by_fold` has their folds."""

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        by_fold: Mapping[str, tuple[str, ...]],
        own: Own,
        groups: frozenset[str],
        communes: frozenset[str],
    ) -> None:
        self._names = tuple(names)
        self._by_fold = by_fold
        self._own = own
        self._groups = groups
        self._communes = communes

    def find(self, text: str, folded: str) -> tuple[str, ...]:
        """The ids that a text names which is no name as it stands; `folded` is its `fold`."""
        return self._plain(text, folded) or self._bracketed(text)

    def _plain(self, text: str, folded: str) -> tuple[str, ...]:
        typed = spelled(text, self._own.initials)
        whole = form_of(typed, self._own)
        headless = without_head(typed)
        of_head = form_of(headless, self._own) if headless else None
        return (
            self._having_form(whole)
            or self._partly(whole, folded)
            or (self._having_form(of_head) or self._having_stem(of_head) or self._shortened(of_head) if of_head else ())
            or self._shortened_as_typed(text)
        )

    def _partly(self, whole: Form, folded: str) -> tuple[str, ...]:
        """The ids of the run of words, and of the initials: neither wins over the other."""
        run = self._having_run(folded)
        if len(run) > 1:
            return run
        return tuple(dict.fromkeys((*run, *self._shortened(whole))))

    def _shortened_as_typed(self, text: str) -> tuple[str, ...]:
        """The ids of initials TP that are no thành phố: Bộ TP, Giám đốc Sở TP."""
        typed = typed_words(text)
        return self._shortened(form_of(without_head(typed) or typed, self._own)) if "tp" in typed else ()

    def _shortened(self, form: Form) -> tuple[str, ...]:
        return self._initials.find(form.words, form.own)

    def _having_form(self, form: Form) -> tuple[str, ...]:
        return self._by_form.get(form.text) or self._by_bare_form.get(_bare(form.text)) or ()

    def _having_stem(self, form: Form) -> tuple[str, ...]:
        """The ids whose name has an own ending that the text leaves out."""
        return self._by_stem.get(form.stem, ()) if len(form.words) > 1 and not form.own else ()

    def _having_run(self, folded: str) -> tuple[str, ...]:
        """The ids of names with the run of words; none if it is but a part of lists that name groups."""
        having = [(name, id) for name in self._runs.having(folded) for id in self._by_fold[name]]
        if all(pair in self._lists for pair in having):
            return ()
        return tuple(dict.fromkeys(id for _, id in having))

    def _bracketed(self, text: str) -> tuple[str, ...]:
        """The id of "Sở Y tế (SYT)", where both name the same one."""
        parts = _BRACKETED.fullmatch(text)
        found = {self._whole(part) for part in parts.groups()} if parts else set()
        return found.pop() if len(found) == 1 else ()

    def _whole(self, text: str) -> tuple[str, ...]:
        folded = fold(text)
        return self._by_fold.get(folded) or self._plain(text, folded)

    @cached_property
    def _forms(self) -> list[tuple[Form, str]]:
        """The forms of all names; ids are no names that an officer would write in another way."""
        return [(form_of(spelled(name, self._own.initials), self._own), id) for name, id in self._names if name != id]

    @cached_property
    def _by_form(self) -> dict[str, tuple[str, ...]]:
        return grouped((text, id) for form, id in self._forms for text in _with_own(form))

    @cached_property
    def _by_bare_form(self) -> dict[str, tuple[str, ...]]:
        return grouped((_bare(text), id) for text, ids in self._by_form.items() for id in ids)

    @cached_property
    def _by_stem(self) -> dict[str, tuple[str, ...]]:
        return grouped((form.stem, id) for form, id in self._forms if form.own)

    @cached_property
    def _initials(self) -> Initials:
        level = form_of(spelled(self._own.level), Own()).words
        shortened = [pair for pair in self._forms if pair[1] not in self._groups and pair[1] not in self._communes]
        return Initials(
            (words, id)
            for form, id in shortened
            for words in ((form.words, (*form.words, *level)) if form.own else (form.words,))
            if len(words) > 1
        )

    @cached_property
    def _runs(self) -> Runs:
        return Runs(self._by_fold)

    @cached_property
    def _lists(self) -> frozenset[tuple[str, str]]:
        """The folded names of groups that are lists, with the ids; the id of such a group is a list too."""
        lists = [(name, id) for name, id in self._names if id in self._groups and _IS_LIST.search(name)]
        return frozenset((fold(text), id) for name, id in lists for text in (name, id))


def _with_own(form: Form) -> tuple[str, ...]:
    return (form.text,) if form.own else (form.text, f"{form.text} @")


def _bare(text: str) -> str:
    return " ".join(bare(word) for word in text.split())
