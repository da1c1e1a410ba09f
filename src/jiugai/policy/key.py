"""The column by which the rows of a register are told apart."""

from typing import Final

KEY: Final = "estate_id"
