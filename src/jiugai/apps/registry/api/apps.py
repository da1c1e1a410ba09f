"""Other apps have addresses of the interface, too; each names its own in a module `interface`."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from ninja import Router


def routers_of_apps() -> list[Router]:
    """Return the routers that the installed apps name."""
    names = [f"{app.name}.interface" for app in apps.get_app_configs()]
    return [
        import_module(name).ROUTER
        for name in names
        if name.startswith("jiugai.apps.") and find_spec(name)
    ]
