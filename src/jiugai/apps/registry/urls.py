"""Addresses of the register."""

from django.urls import path

from jiugai.apps.registry.views import estate, estates

app_name = "registry"
urlpatterns = [
    path("", estates.listing, name="home"),
    path("estates", estates.listing, name="estates"),
    path("estates/export", estates.export, name="export"),
    path("estates/views", estates.save_view, name="save_view"),
    path("estates/views/<int:pk>/rename", estates.rename_view, name="rename_view"),
    path("estates/views/<int:pk>/delete", estates.delete_view, name="delete_view"),
    path("estates/<int:pk>", estate.page, name="estate"),
    path("estates/<int:pk>/why/<str:rule>", estate.why, name="why"),
]
