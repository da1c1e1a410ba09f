"""Make the command line, and the library that it is made with, speak one language."""

import gettext
import os

from jiugai.kernel.i18n import CATALOGUES, use_language


def speak(language: str) -> None:
    """Speak `language` from here on; raises ValueError if there is no such one.

    Call it before the commands are declared: their help texts are translated then.
    """
    use_language(language)
    # What click says by itself, it looks up in the default domain of the environment's language.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", str(CATALOGUES))
    gettext.textdomain("click")
