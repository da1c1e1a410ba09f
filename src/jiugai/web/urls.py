"""Addresses of pages that belong to no app."""

from django.contrib.auth.decorators import login_not_required
from django.templatetags.static import static
from django.urls import path
from django.views.generic import RedirectView

from jiugai.web import gallery, views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path(
        "favicon.ico",
        login_not_required(RedirectView.as_view(url=static("icon.svg"))),
        name="icon",
    ),
    path("language", views.speak, name="speak"),
    path("theme", views.paint, name="paint"),
    path("gallery", gallery.gallery, name="gallery"),
    path("gallery/part", gallery.gallery_part, name="gallery_part"),
]
