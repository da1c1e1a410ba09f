"""Addresses of the register."""

from django.urls import path

from jiugai.apps.registry.views import estate, estates

app_name = "registry"
urlpatterns = [
    path("", estates.listing, name="home"),
    path("estates", estates.listing, name="estates"),
    path("estates/<int:pk>", estate.page, name="estate"),
    path("estates/<int:pk>/why/<str:rule>", estate.why, name="why"),
]
