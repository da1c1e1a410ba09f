"""Elections in the format of Pabulib (.pb), read and written."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import StringIO
from pathlib import Path
from typing import Final

from jiugai.consent.choosing import Election, Item
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_YUAN

_SECTIONS: Final = ("META", "PROJECTS", "VOTES")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PbFile:
    """An election, what its file says of it, and the winners that it names."""

    election: Election
    meta: Mapping[str, str]
    winners: frozenset[str] | None

    @property
    def rule(self) -> str:
        """Return the rule that the file names."""
        return self.meta.get("rule", "")


def read_pb(path: Path) -> PbFile:
    """Return the approval election in a .pb file.

    Raises InputError, which names file and entry, if it cannot be read or asks for more than
    approvals.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(_("读不了：{why}").format(why=error), file=path.name) from error
    return parse_pb(text, file=path.name)


def parse_pb(text: str, *, file: str = "") -> PbFile:
    """Return the approval election that a text in the format of Pabulib tells."""
    meta: dict[str, str] = {}
    projects: list[Row] = []
    ballots: Counter[frozenset[str]] = Counter()
    try:
        for section, row in _rows(text):
            if section == "META":
                meta[row["key"]] = row["value"]
            elif section == "PROJECTS":
                projects.append(row)
            else:
                ballots[_ballot(row)] += 1
        _only_approvals(meta)
        items = tuple(
            Item(one["project_id"], one.get("name") or one["project_id"], _cents(one["cost"]))
            for one in projects
        )
        election = Election(items, _cents(meta["budget"]), ballots)
    except KeyError as error:
        raise InputError(
            _("没有“{name}”这一栏。").format(name=error.args[0]), file=file
        ) from error
    except InputError as error:
        raise InputError(str(error), file=file) if file else error from error
    return PbFile(election, meta, _winners(projects))


def _only_approvals(meta: Row) -> None:
    kind = meta.get("vote_type", "–")
    if kind != "approval":
        raise InputError(
            _("只读赞成票（vote_type 为 approval），这里是“{kind}”。").format(kind=kind)
        )


def _rows(text: str) -> Iterator[tuple[str, Row]]:
    section, header = "", [""]
    for cells in csv.reader(StringIO(text), delimiter=";"):
        row = [one.strip() for one in cells]
        if not any(row):
            continue
        if row[0].upper() in _SECTIONS and len(row) == 1:
            section, header = row[0].upper(), []
        elif not section:
            raise InputError(_("开头要有一行 META。"))
        elif not header:
            header = row
        else:
            yield section, dict(zip(header, row, strict=False))


def _ballot(row: Row) -> frozenset[str]:
    return frozenset(one.strip() for one in row["vote"].split(",") if one.strip())


def _cents(text: str) -> int:
    try:
        cents = Decimal(text) * CENTS_PER_YUAN
        if cents == cents.to_integral_value():
            return int(cents)
    except (InvalidOperation, OverflowError):
        pass
    raise InputError(_("“{text}”不是金额；最多两位小数。").format(text=text))


def _winners(projects: list[Row]) -> frozenset[str] | None:
    if not projects or "selected" not in projects[0]:
        return None
    return frozenset(one["project_id"] for one in projects if one.get("selected") == "1")


def written(
    election: Election, *, meta: Mapping[str, str], chosen: frozenset[str] | None = None
) -> str:
    """Return an election in the format of Pabulib; ballots are sorted, so none is anybody's."""
    out = StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\n")
    lines.writerow(["META"])
    lines.writerow(["key", "value"])
    counts = {"num_projects": len(election.items), "num_votes": election.voters}
    money = {"budget": _plain(election.budget), "vote_type": "approval"}
    lines.writerows((*meta.items(), *counts.items(), *money.items()))
    lines.writerow(["PROJECTS"])
    lines.writerow(
        ["project_id", "cost", "votes", "name", *(["selected"] if chosen is not None else [])]
    )
    approvals = election.approvals()
    for one in election.items:
        row = [one.name, _plain(one.cost), approvals[one.name], one.title]
        lines.writerow(row + ([int(one.name in chosen)] if chosen is not None else []))
    lines.writerow(["VOTES"])
    lines.writerow(["voter_id", "vote"])
    listed = sorted(
        ",".join(sorted(one)) for one, n in election.ballots.items() for _i in range(n)
    )
    lines.writerows((n, vote) for n, vote in enumerate(listed, start=1))
    return out.getvalue()


def _plain(cents: int) -> str:
    whole, rest = divmod(cents, CENTS_PER_YUAN)
    return f"{whole}.{rest:02d}" if rest else str(whole)
