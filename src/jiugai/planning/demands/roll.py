"""Finding the estates that a file of demands names."""

from collections import defaultdict
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import word
from jiugai.kernel.i18n import _, listed, noted
from jiugai.planning.demands.demand import Named
from jiugai.planning.pool.candidates import Candidate

#: So many estates are offered where a name fits none or several.
NEAREST: Final = 3


class Roll:
    """Everybody in a pool, in or out, by id and by name."""

    def __init__(self, estates: Sequence[Candidate]) -> None:
        self.by_id = {word(one.id): one for one in estates}
        self.by_name: defaultdict[str, list[Candidate]] = defaultdict(list)
        for one in estates:
            self.by_name[word(one.name)].append(one)

    def find(self, named: Named) -> Candidate:
        """Return the one estate that is meant.

        Raises InputError with the nearest ones if there is none, or with all if several fit.
        """
        known = self.by_id.get(word(named.name))
        fitting = [known] if known else self.by_name.get(word(named.name), [])
        if named.street:
            fitting = [one for one in fitting if _stands_in(one, named.street)]
        if len(fitting) == 1:
            return fitting[0]
        message = self._several(named, fitting) if fitting else self._none(named)
        raise InputError(message, file=named.place.file, cell=named.place.cell)

    def _several(self, named: Named, fitting: Sequence[Candidate]) -> str:
        return _(
            "有 {count} 个小区叫“{name}”：{estates}；请改写编号，或在 街道 一列写明。"
        ).format(count=len(fitting), name=named, estates=_listed(fitting))

    def _none(self, named: Named) -> str:
        near = self._nearest(named)
        if not near:
            return _("台账里没有小区“{name}”；请写台账中的编号或名称。").format(name=named)
        return _("台账里没有小区“{name}”；最接近的是 {near}，请核对编号或名称。").format(
            name=named, near=_listed(near)
        )

    def _nearest(self, named: Named) -> list[Candidate]:
        text = word(named.name)
        names = get_close_matches(text, self.by_name, n=NEAREST, cutoff=0.5)
        ids = get_close_matches(text, self.by_id, n=NEAREST, cutoff=0.8)
        found = [one for name in names for one in self.by_name[name]]
        return list(dict.fromkeys([*found, *(self.by_id[id_] for id_ in ids)]))


def called(one: Candidate) -> str:
    """Return an estate by name and id."""
    return noted(one.name, one.id)


def _listed(estates: Sequence[Candidate]) -> str:
    named = [
        _("{estate}在{street}").format(estate=called(e), street=e.street_name) for e in estates
    ]
    return listed(named[:NEAREST])


def _stands_in(one: Candidate, street: str) -> bool:
    return word(street) in (word(one.street_name), word(one.street))
