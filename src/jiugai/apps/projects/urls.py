"""Addresses of projects."""

from django.urls import path

from jiugai.apps.projects.project import views as project

app_name = "projects"
_PROJECT = [
    path("projects", project.listing, name="projects"),
    path("projects/<int:pk>", project.page, name="project"),
]
urlpatterns = [*_PROJECT]
