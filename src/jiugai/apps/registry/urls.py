"""Addresses of the register."""

from django.urls import include, path

from jiugai.apps.registry.map import views as maps
from jiugai.apps.registry.views import (
    below,
    edit,
    estate,
    estates,
    lists,
    policy,
    policy_numbers,
    policy_try,
    readings,
    replay,
    reshape,
    tokens,
)

app_name = "registry"
_MAP = [
    path("me/tokens", tokens.listing, name="tokens"),
    path("me/tokens/new", tokens.make, name="make_token"),
    path("me/tokens/<int:pk>/revoke", tokens.revoke, name="revoke_token"),
    path("map", maps.page, name="map"),
    path("map/choose", maps.choose, name="map_choose"),
    path("map/outlines.json", maps.outlines, name="map_outlines"),
    path("map/groups.json", maps.groups, name="map_groups"),
]
_LISTS = [
    path("search", lists.search, name="search"),
    path("estates", estates.listing, name="estates"),
    path("estates/export", estates.export, name="export"),
    path("estates/exports/<int:pk>", estates.exported, name="exported"),
    path("estates/views", estates.save_view, name="save_view"),
    path("estates/views/<int:pk>/rename", estates.rename_view, name="rename_view"),
    path("estates/views/<int:pk>/delete", estates.delete_view, name="delete_view"),
    path("danger", lists.danger, name="danger"),
    path("pipes", lists.all_pipes, name="pipes"),
    path("resources", lists.all_resources, name="resources"),
]
_ESTATE = [
    path("estates/code/<str:code>", estate.by_code, name="estate_by_code"),
    path("estates/<int:pk>", estate.page, name="estate"),
    path("estates/<int:pk>/facts", estate.facts, name="facts"),
    path("estates/<int:pk>/why/<str:rule>", estate.why, name="why"),
    path("estates/<int:pk>/edit", edit.estate, name="edit"),
    path("estates/<int:pk>/documents", edit.upload, name="add_document"),
    path("documents/<int:pk>", edit.download, name="document"),
    path("estates/<int:pk>/reshape", reshape.page, name="reshape"),
    path("estates/<int:pk>/rename", reshape.rename, name="rename"),
    path("estates/<int:pk>/split", reshape.split, name="split"),
    path("estates/<int:pk>/merge", reshape.merge, name="merge"),
    path("estates/<int:pk>/replay", replay.page, name="replay"),
]
_BELOW = [
    path("estates/<int:pk>/buildings", below.add_building, name="add_building"),
    path("estates/<int:pk>/pipes", below.add_pipe, name="add_pipe"),
    path("estates/<int:pk>/resources", below.add_resource, name="add_resource"),
    path("estates/<int:pk>/parties", below.add_party, name="add_party"),
    path("buildings/<int:pk>", below.building, name="building"),
    path("buildings/<int:pk>/edit", edit.building, name="edit_building"),
    path("buildings/<int:pk>/why/<str:rule>", below.why_building, name="why_building"),
    path("buildings/<int:pk>/danger", below.danger, name="danger_plan"),
    path("resources/<int:pk>", below.resource, name="resource"),
    path("resources/<int:pk>/edit", edit.resource, name="edit_resource"),
    path("resources/<int:pk>/why/<str:rule>", below.why_resource, name="why_resource"),
    path("resources/<int:pk>/remove", below.remove_resource, name="remove_resource"),
    path("pipes/<int:pk>", below.edit_pipe, name="edit_pipe"),
    path("pipes/<int:pk>/remove", below.remove_pipe, name="remove_pipe"),
    path("parties/<int:pk>/remove", below.remove_party, name="remove_party"),
]
_POLICY = [
    path("policy", policy.documents, name="policy"),
    path("policy/rules/<str:rule>", policy.rule, name="policy_rule"),
    path("policy/rules/<str:rule>/try", policy_try.page, name="policy_try"),
    path("policy/numbers/<str:number>", policy_numbers.page, name="policy_number"),
    path("policy/readings", readings.listing, name="readings"),
    path("policy/readings/try", readings.try_all, name="try_readings"),
    path("policy/readings/trials/<int:pk>", readings.trial, name="reading_trial"),
    path("policy/readings/trials/<int:pk>/confirm", readings.confirm, name="confirm_reading"),
    path("policy/readings/<str:reading>", readings.page, name="reading"),
    path("policy/<slug:document>", policy.document, name="policy_document"),
]
_IMPORTS = path("", include("jiugai.apps.registry.urls_imports"))
urlpatterns = [*_MAP, *_LISTS, *_ESTATE, *_BELOW, *_POLICY, _IMPORTS]
