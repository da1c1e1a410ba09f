"""Jobs commit, in a database apart."""

from tests.apps.apart import apart

__all__ = ["apart"]
