"""Addresses of the conference."""

from django.urls import path

from jiugai.apps.conference.assignments import views as assignments
from jiugai.apps.conference.duties import views as duties
from jiugai.apps.conference.meetings import item_views as items
from jiugai.apps.conference.meetings import views as meetings
from jiugai.apps.conference.members import views as members

app_name = "conference"
_MEETINGS = [
    path("conference", meetings.listing, name="meetings"),
    path("conference/call", meetings.call, name="call"),
    path("conference/meetings/<int:pk>", meetings.page, name="meeting"),
    path("conference/meetings/<int:pk>/edit", meetings.edit, name="edit_meeting"),
    path("conference/meetings/<int:pk>/take-up", meetings.take_up, name="take_up"),
    path("conference/meetings/<int:pk>/free", meetings.add_free, name="add_free"),
    path("conference/meetings/<int:pk>/bring-back", meetings.bring_back, name="bring_back"),
    path("conference/meetings/<int:pk>/export", meetings.minutes, name="minutes"),
    path("conference/meetings/<int:pk>/sign", meetings.sign, name="sign"),
]
_ITEMS = [
    path("conference/items/<int:pk>", items.page, name="item"),
    path("conference/items/<int:pk>/decide", items.record_decision, name="decide"),
    path("conference/items/<int:pk>/papers", items.add_paper, name="add_paper"),
    path("conference/items/<int:pk>/assign", items.assign, name="assign"),
    path("conference/items/<int:pk>/drop", items.drop, name="drop_item"),
    path("conference/papers/<int:pk>/export", items.paper, name="paper"),
]
_MEMBERS = [
    path("conference/members", members.page, name="members"),
    path("conference/members/take", members.take, name="take_seat"),
    path("conference/members/<int:pk>/leave", members.leave, name="leave_seat"),
]
_ASSIGNMENTS = [
    path("conference/assignments", assignments.listing, name="assignments"),
    path("conference/assignments/<int:pk>", assignments.page, name="assignment"),
    path("conference/assignments/<int:pk>/report", assignments.report, name="report"),
    path("conference/assignments/<int:pk>/settle", assignments.settle, name="settle"),
]
_DUTIES = [
    path("duties", duties.listing, name="duties"),
    path("duties/matrix", duties.matrix, name="matrix"),
    path("duties/export", duties.export, name="duties_export"),
    path("duties/units", duties.units, name="units"),
    path("duties/of/<str:duty>", duties.duty, name="duty"),
    path("duties/of/<str:duty>/update", duties.update, name="update_duty"),
    path("duties/proof/<int:pk>/export", duties.proof, name="proof"),
]
urlpatterns = [*_MEETINGS, *_ITEMS, *_MEMBERS, *_ASSIGNMENTS, *_DUTIES]
