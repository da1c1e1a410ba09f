"""Addresses of menus."""

from django.urls import path

from jiugai.apps.projects.menus import views

_MENU = "projects/<int:pk>/menu"
urlpatterns = [
    path(_MENU, views.menu, name="menu"),
    path(f"{_MENU}/basic", views.choose_basic, name="choose_basic"),
    path(f"{_MENU}/buildings/<int:building>", views.of_building, name="building_menu"),
    path(f"{_MENU}/items/<str:item>", views.choose, name="choose"),
    path("menu/<int:pk>/drop", views.drop, name="drop_choice"),
]
