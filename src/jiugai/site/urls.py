"""Every address of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("jiugai.apps.registry.api.urls")),
    path("", include("jiugai.apps.registry.urls")),
    path("", include("jiugai.web.urls")),
    path("", include("jiugai.apps.accounts.urls")),
    path("account/", include("allauth.urls")),
]
