"""Addresses of projects."""

from django.urls import path

from jiugai.apps.projects.gates.urls import urlpatterns as gates
from jiugai.apps.projects.menus.urls import urlpatterns as menus
from jiugai.apps.projects.project import views as project

app_name = "projects"
_PROJECT = [
    path("projects", project.listing, name="projects"),
    path("projects/<int:pk>", project.page, name="project"),
]
urlpatterns = [*_PROJECT, *gates, *menus]
