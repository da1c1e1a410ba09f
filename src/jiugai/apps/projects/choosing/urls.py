"""Addresses of choices by residents."""

from django.urls import path

from jiugai.apps.projects.choosing import views

urlpatterns = [
    path("projects/<int:pk>/choosing/new", views.new, name="new_choosing"),
    path("choosings/<int:pk>", views.page, name="choosing"),
    path("choosings/<int:pk>/settle", views.settle, name="settle_choosing"),
    path("choosings/<int:pk>/ballots.pb", views.file, name="choosing_file"),
    path("choosings/items/<int:pk>/take", views.take, name="take_choosing"),
    path("r/menu/<int:pk>", views.mine, name="my_choosing"),
]
