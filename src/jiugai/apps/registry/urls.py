"""Addresses of the register."""

from django.urls import path

from jiugai.apps.registry.map import views as maps
from jiugai.apps.registry.views import estate, estates, tokens

app_name = "registry"
urlpatterns = [
    path("", estates.listing, name="home"),
    path("estates", estates.listing, name="estates"),
    path("me/tokens", tokens.listing, name="tokens"),
    path("me/tokens/new", tokens.make, name="make_token"),
    path("me/tokens/<int:pk>/revoke", tokens.revoke, name="revoke_token"),
    path("map", maps.page, name="map"),
    path("map/choose", maps.choose, name="map_choose"),
    path("map/outlines.json", maps.outlines, name="map_outlines"),
    path("map/groups.json", maps.groups, name="map_groups"),
    path("estates/export", estates.export, name="export"),
    path("estates/views", estates.save_view, name="save_view"),
    path("estates/views/<int:pk>/rename", estates.rename_view, name="rename_view"),
    path("estates/views/<int:pk>/delete", estates.delete_view, name="delete_view"),
    path("estates/<int:pk>", estate.page, name="estate"),
    path("estates/<int:pk>/why/<str:rule>", estate.why, name="why"),
]
