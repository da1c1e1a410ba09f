"""Addresses of what tells other systems."""

from django.urls import path

from jiugai.apps.hooks import views

app_name = "hooks"
urlpatterns = [
    path("me/hooks", views.listing, name="hooks"),
    path("me/hooks/new", views.make, name="make"),
    path("me/hooks/<int:pk>", views.hook, name="hook"),
    path("me/hooks/<int:pk>/ping", views.ping, name="ping"),
    path("me/hooks/<int:pk>/end", views.end, name="end"),
    path("me/hooks/deliveries/<int:pk>/replay", views.replay, name="replay"),
]
