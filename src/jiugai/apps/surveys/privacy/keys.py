"""What holdings of surveys are called."""

from typing import Final

ANSWERS: Final = "surveys.answers"
SUBMISSIONS: Final = "surveys.submissions"
