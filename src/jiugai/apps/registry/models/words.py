"""What an estate is found by, in one column: its code and initials, then its name and address."""

from django.db.migrations import RunSQL
from django.db.models import BooleanField, F, Func, GeneratedField, Q, TextField, Value
from django.db.models.fields.json import KeyTextTransform

#: Words of the first line are found by how they begin, those of the second wherever they stand.
#: An index cannot hold more than some 2,700 bytes of an entry, hence the limit.
SEARCH_WORDS = RunSQL(
    """
    CREATE FUNCTION search_words(code text, initials text, name text, address text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN left(lower(' ' || code || ' ' || initials || chr(10) || coalesce(name, '') || ' '
        || coalesce(address, '')), 500);
    """,
    "DROP FUNCTION search_words(text, text, text, text);",
)


def search_column() -> GeneratedField:
    """Return the column, which PostgreSQL keeps up to date."""
    return GeneratedField(
        expression=Func(
            F("code"),
            F("initials"),
            KeyTextTransform("name", F("facts")),
            KeyTextTransform("address", F("facts")),
            function="search_words",
        ),
        output_field=TextField(),
        db_persist=True,
    )


class _Like(Func):
    """A text is like a pattern."""

    arg_joiner = " LIKE "
    template = "(%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, column: str, pattern: str) -> None:
        super().__init__(F(column), Value(pattern))


def with_word(word: str, column: str = "words") -> Q:
    """Return the condition that a code or initials begin with a word, or a name or address has it.

    Letters are compared without their case.
    """
    escaped = word.lower().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    inside = Q(_Like(column, f"%\n%{escaped}%"))
    return Q(_Like(column, f"% {escaped}%")) | inside if word.isascii() else inside
