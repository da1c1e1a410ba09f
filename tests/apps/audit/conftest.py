"""The record's tests may tamper in a database apart."""

from tests.apps.apart import apart

__all__ = ["apart"]
