"""Addresses of long work."""

from django.urls import path

from jiugai.apps.jobs import views

app_name = "jobs"
urlpatterns = [
    path("jobs", views.listing, name="list"),
    path("jobs/<int:pk>", views.one, name="job"),
    path("jobs/<int:pk>/progress", views.progress, name="progress"),
    path("jobs/<int:pk>/cancel", views.cancel, name="cancel"),
    path("jobs/<int:pk>/retry", views.retry, name="retry"),
    path("record/verify", views.verify_record, name="verify_record"),
]
