"""Tables of the core, as pages show them."""

from django import template

from jiugai.kernel.tables import Table

register = template.Library()


@register.filter
def shown_rows(table: Table) -> list[list[tuple[bool, str]]]:
    """Return the rows of a table in words, each cell with whether it is a number."""
    return [
        [
            (column.is_number, column.shown(cell))
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]
