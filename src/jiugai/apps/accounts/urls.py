"""Addresses of the accounts app."""

from django.urls import path

from jiugai.apps.accounts import views

app_name = "accounts"
urlpatterns = [path("me/appointment", views.choose, name="choose")]
