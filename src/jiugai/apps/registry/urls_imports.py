"""Addresses of imports and conflicts."""

from django.urls import path

from jiugai.apps.registry.views import imports, imports_conflicts

urlpatterns = [
    path("imports", imports.listing, name="imports"),
    path("imports/template.xlsx", imports.template, name="import_template"),
    path("imports/<int:pk>", imports.one, name="import"),
    path("imports/<int:pk>/columns", imports.columns, name="import_columns"),
    path("imports/<int:pk>/names", imports.names, name="import_names"),
    path("imports/<int:pk>/cells", imports.cells, name="import_cells"),
    path("imports/<int:pk>/issues.csv", imports.issues_csv, name="import_issues"),
    path("imports/<int:pk>/go", imports.go, name="import_go"),
    path("imports/<int:pk>/again", imports.again, name="import_again"),
    path("imports/<int:pk>/replaces", imports.replaces, name="import_replaces"),
    path("imports/<int:pk>/store", imports.store, name="import_store"),
    path("imports/<int:pk>/undo", imports.undo, name="import_undo"),
    path("conflicts", imports_conflicts.listing, name="conflicts"),
    path("conflicts/<int:pk>", imports_conflicts.one, name="conflict"),
]
