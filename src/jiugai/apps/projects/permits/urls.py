"""Addresses of permits."""

from django.urls import path

from jiugai.apps.projects.permits import views

_PERMITS = "projects/<int:pk>/permits"
urlpatterns = [
    path(_PERMITS, views.page, name="permits"),
    path(f"{_PERMITS}/works", views.fill, name="fill_works"),
    path(f"{_PERMITS}/filing", views.file, name="file_works"),
    path(f"{_PERMITS}/<str:rule>/why", views.why, name="permit_why"),
]
