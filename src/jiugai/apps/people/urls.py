"""Addresses of the people app."""

from django.urls import path

from jiugai.apps.people.views import me, organisations, people

app_name = "people"
urlpatterns = [
    path("me", me.page, name="me"),
    path("me/sessions/end", me.end_others, name="end_others"),
    path("people", people.listing, name="people"),
    path("people/add", people.add, name="add"),
    path("people/<int:pk>", people.page, name="person"),
    path("people/<int:pk>/edit", people.edit, name="edit"),
    path("people/<int:pk>/switch", people.switch, name="switch"),
    path("people/<int:pk>/password", people.reset_password, name="reset_password"),
    path("people/<int:pk>/factor", people.reset_second_factor, name="reset_second_factor"),
    path("people/<int:pk>/appoint", people.appoint, name="appoint"),
    path(
        "people/<int:pk>/appointments/<int:appointment>/end",
        people.end_appointment,
        name="end_appointment",
    ),
    path("organisations", organisations.listing, name="organisations"),
    path("organisations/add", organisations.keep, name="add_organisation"),
    path("organisations/<int:pk>", organisations.keep, name="organisation"),
]
