"""Addresses of the record."""

from django.urls import path

from jiugai.apps.audit.views import lines, sealed

app_name = "audit"
urlpatterns = [
    path("record", lines.listing, name="record"),
    path("record/<int:pk>", lines.one, name="line"),
    path("sealed/<str:label>/<str:pk>/<str:name>", sealed.open_sealed, name="open"),
]
