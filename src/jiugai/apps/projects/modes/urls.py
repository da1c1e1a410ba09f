"""Addresses of the ways of doing it."""

from django.urls import path

from jiugai.apps.projects.modes import views

_MODE = "projects/<int:pk>/mode"
urlpatterns = [
    path("modes", views.modes, name="modes"),
    path("modes/compare", views.compare, name="compare_modes"),
    path(_MODE, views.page, name="mode"),
    path(f"{_MODE}/adopt", views.adopt, name="adopt_mode"),
    path(f"{_MODE}/end", views.end, name="end_mode"),
    path(f"{_MODE}/steps/<slug:step>", views.take_step, name="take_step"),
]
