"""What can happen to an import between its screens."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.jobs.services import start
from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services.import_columns import Chosen, remember, with_columns
from jiugai.apps.registry.services.import_files import Handed
from jiugai.apps.registry.services.import_naming import Said, remember_names, with_names
from jiugai.apps.registry.services.import_read import begin
from jiugai.apps.registry.services.import_reading import reading_of
from jiugai.apps.registry.services.import_undo import check_undo
from jiugai.kernel.errors import Refusal

#: Screens between which a person may go to and fro.
OPEN = (Import.State.COLUMNS, Import.State.CELLS, Import.State.PREVIEW)


@transaction.atomic
def start_import(*, files: Sequence[Handed], division: str, by: Person) -> Import:
    """Take files in and have them read; raises Refusal if one is no ledger."""
    one = begin(files=files, division=division, by=by)
    return _work("registry.read", one, _("读取 {title}"), by)


@transaction.atomic
def choose_columns(*, pk: int, chosen: Chosen, by: Person) -> Import:
    """Say what columns mean; if that changes anything the files are read again.

    Raises Refusal if a fact is chosen twice or the import is past this.
    """
    one = _open(pk)
    before = reading_of(one).mapping
    after = with_columns(before, chosen)
    if after == before:
        return _to(one, Import.State.CELLS)
    remember(before, after, by=by, division=one.division)
    one.mapping = after.to_yaml()
    one.save(update_fields=["mapping"])
    return _work("registry.read", one, _("按新的列重新读取 {title}"), by)


@transaction.atomic
def name_columns(*, pk: int, said: Sequence[Said], by: Person) -> Import:
    """Say what columns are that nobody could tell, and have the files read with that.

    Raises Refusal if what is said cannot be so, or nothing waits to be named.
    """
    one = _locked(pk)
    if one.state != Import.State.FAILED or not one.counts.get("seen"):
        raise Refusal(_("这次导入没有等待指明的列。"))
    columns = with_names(one, said)
    remember_names(columns, one.counts["seen"]["file"], by=by, division=one.division)
    one.mapping = columns.to_yaml()
    one.save(update_fields=["mapping"])
    return _work("registry.read", one, _("按指明的列读取 {title}"), by)


@transaction.atomic
def correct_cells(*, pk: int, cells: Mapping[str, str], again: bool, by: Person) -> Import:
    """Keep what somebody typed for some cells; read again if asked to.

    A cell is named `file|sheet|address`; an empty text takes the correction back.
    Raises Refusal if the import is past this.
    """
    one = _open(pk)
    said = {key: value.strip() for key, value in cells.items()}
    fixes = {key: value for key, value in (one.fixes | said).items() if value}
    if fixes != one.fixes:
        one.fixes = fixes
        one.counts = one.counts | {"waiting_fixes": True}
        one.save(update_fields=["fixes", "counts"])
    if not again:
        return one
    return _work("registry.read", one, _("按更正重新读取 {title}"), by)


@transaction.atomic
def go_on(*, pk: int, to: str) -> Import:
    """Go to another screen of an import that was read; raises Refusal if it is past that."""
    one = _open(pk)
    if to not in OPEN:
        raise Refusal(_("没有这一步。"))
    return _to(one, Import.State(to))


@transaction.atomic
def replace_sources(*, pk: int, sources: Sequence[int], by: Person) -> Import:
    """Say whose values this import replaces although they are from elsewhere; compare again."""
    one = _open(pk)
    one.replaces = sorted(set(sources))
    one.save(update_fields=["replaces"])
    return _work("registry.compare", one, _("重新比对 {title}"), by)


@transaction.atomic
def start_storing(*, pk: int, by: Person) -> Import:
    """Have an import stored; raises Refusal if it was not read or is stored already."""
    one = _locked(pk)
    if one.state == Import.State.STORING and one.job and not one.job.is_over:
        raise Refusal(_("正在入库，请稍候。"))
    if one.state not in (Import.State.PREVIEW, Import.State.STORING):
        raise Refusal(_("请先走完前面几步，在预览页确认后入库。"))
    one.state = Import.State.STORING
    one.save(update_fields=["state"])
    return _work("registry.store", one, _("入库 {title}"), by, keeps_state=True)


@transaction.atomic
def start_undoing(*, pk: int, by: Person) -> Import:
    """Have a stored import taken back; raises Blocked if things were changed since."""
    one = _locked(pk)
    check_undo(one)
    return _work("registry.undo", one, _("撤销 {title}"), by, keeps_state=True)


@transaction.atomic
def read_again(*, pk: int, by: Person) -> Import:
    """Have the files read again after a failure; raises Refusal if the import is past that."""
    one = _locked(pk)
    if one.state not in (*OPEN, Import.State.READING, Import.State.FAILED):
        raise Refusal(_("这次导入已经入库或撤销，不能再读取。"))
    return _work("registry.read", one, _("读取 {title}"), by)


def _locked(pk: int) -> Import:
    imports = Import.objects.select_for_update(of=("self",)).select_related("job")
    return get_object_or_404(imports, pk=pk)


def _open(pk: int) -> Import:
    one = _locked(pk)
    if one.state not in OPEN:
        raise Refusal(
            _("这次导入现在是“{state}”，不能再改。").format(state=one.get_state_display())
        )
    return one


def _to(one: Import, state: Import.State) -> Import:
    one.state = state
    one.save(update_fields=["state"])
    return one


def _work(kind: str, one: Import, title: str, by: Person, *, keeps_state: bool = False) -> Import:
    """Queue work on an import and show that it is under way."""
    if not keeps_state:
        one.state = Import.State.READING
    one.message = ""
    one.job = start(
        kind,
        title=title.format(title=one.title),
        by=by,
        division=one.division,
        arguments={"pk": one.pk},
    )
    one.save(update_fields=["state", "message", "job"])
    return one
