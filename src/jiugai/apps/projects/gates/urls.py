"""Addresses of gates."""

from django.urls import path

from jiugai.apps.projects.gates import list_views, override_views, views

_GATE = "projects/<int:pk>/gates/<str:rule>"
urlpatterns = [
    path("gates", list_views.listing, name="gates"),
    path("gates/export", list_views.export, name="export_gates"),
    path("gates/recompute", list_views.recompute, name="recompute_gates"),
    path("projects/<int:pk>/gates", views.project, name="project_gates"),
    path(_GATE, views.gate, name="gate"),
    path(f"{_GATE}/why", views.why, name="gate_why"),
    path(f"{_GATE}/evidence", views.supply, name="supply"),
    path(f"{_GATE}/override", override_views.let_through, name="override"),
    path("overrides/<int:pk>/end", override_views.end, name="end_override"),
    path("evidence/<int:pk>/withdraw", views.withdraw, name="withdraw_evidence"),
]
