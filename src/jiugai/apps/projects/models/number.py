"""Numbers that are given one after the other, without gaps."""

from typing import ClassVar

from django.db import connection, models


class Series(models.Model):
    """The last number given in a place and year.

    It says nothing about anybody, so it has a `place` and no division: a street gives the next
    number of its district.
    """

    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=12, db_collation="C")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "place", "year"], name="one_series")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.place}-{self.year} {self.last}"


def next_number(kind: str, place: str, year: int) -> int:
    """Return the next number of a series and keep others waiting until this transaction ends.

    What is undone gives its number back, so that none is missing.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO projects_series (kind, place, year, last) VALUES (%s, %s, %s, 1)"
            " ON CONFLICT (kind, place, year) DO UPDATE SET last = projects_series.last + 1"
            " RETURNING last",
            [kind, place, year],
        )
        (number,) = cursor.fetchone()
    return int(number)
