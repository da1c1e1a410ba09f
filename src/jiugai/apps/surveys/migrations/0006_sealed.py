"""What is sensitive in answers is sealed; what was kept open before is taken over."""

import json
from collections.abc import Iterator
from typing import Any, ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.seal import HiddenField
from jiugai.asking.form import from_json
from jiugai.asking.sensitive import joined, parted

_TABLES: Final = ("Answer", "Submission")


def seal_what_is_sensitive(apps: Any, editor: Any) -> None:
    """Part the answers that were kept before; those without sensitive questions stay."""
    versions = apps.get_model("surveys", "Version").objects.using(editor.connection.alias)
    forms = {one.pk: from_json(one.definition) for one in versions.all()}
    for one in _rows(apps, editor, values={}):
        kept, hidden = parted(forms[one.version_id], one.values)
        if hidden:
            one.values, one.sealed = kept, json.dumps(hidden, ensure_ascii=False)
            one.save(update_fields=["values", "sealed"])


def open_again(apps: Any, editor: Any) -> None:
    """Put what is sealed back among the answers."""
    for one in _rows(apps, editor, sealed=None):
        one.values = joined(one.values, json.loads(one.sealed.opened))
        one.save(update_fields=["values"])


def _rows(apps: Any, editor: Any, **but: Any) -> Iterator[Any]:
    """Yield the rows of both tables; the owner of the tables, who migrates, sees all."""
    for name in _TABLES:
        found = apps.get_model("surveys", name).objects.using(editor.connection.alias)
        yield from found.exclude(**but).iterator(chunk_size=1000)


class Migration(migrations.Migration):
    """A column for each table, and what belongs there."""

    dependencies: ClassVar = [("surveys", "0005_figures")]
    operations: ClassVar = [
        *(
            migrations.AddField(name.lower(), "sealed", HiddenField("敏感问题的回答", null=True))
            for name in _TABLES
        ),
        migrations.RunPython(seal_what_is_sensitive, open_again),
    ]
