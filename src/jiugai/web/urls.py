"""Addresses of pages that belong to no app."""

from django.urls import path

from jiugai.web import gallery, views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("language", views.speak, name="speak"),
    path("theme", views.paint, name="paint"),
    path("gallery", gallery.gallery, name="gallery"),
    path("gallery/part", gallery.gallery_part, name="gallery_part"),
]
