"""Addresses of projects."""

from django.urls import path

from jiugai.apps.projects.applications import clock_views as clocks
from jiugai.apps.projects.applications import paper_views as papers
from jiugai.apps.projects.applications import views as applications
from jiugai.apps.projects.applications import writing
from jiugai.apps.projects.assigned import views as assigned
from jiugai.apps.projects.choosing.urls import urlpatterns as choosing
from jiugai.apps.projects.gates.urls import urlpatterns as gates
from jiugai.apps.projects.menus.urls import urlpatterns as menus
from jiugai.apps.projects.modes.urls import urlpatterns as modes
from jiugai.apps.projects.permits.urls import urlpatterns as permits
from jiugai.apps.projects.project import views as project
from jiugai.apps.projects.review.urls import urlpatterns as review
from jiugai.apps.projects.today import views as today
from jiugai.apps.projects.whistle.urls import urlpatterns as whistle

app_name = "projects"
_TODAY = [
    path("today", today.page, name="today"),
    path("today/seen", today.all_seen, name="all_seen"),
]
_APPLICATIONS = [
    path("applications", applications.listing, name="applications"),
    path("estates/<int:pk>/apply", applications.begin, name="begin"),
    path("applications/<int:pk>", applications.page, name="application"),
    path("applications/<int:pk>/write", writing.write, name="write"),
    path("applications/<int:pk>/documents", writing.attach, name="attach"),
    path("applications/<int:pk>/documents/<int:document>", writing.detach, name="detach"),
    path("applications/<int:pk>/decide", applications.decide, name="decide"),
    path("applications/<int:pk>/withdraw", applications.withdraw, name="withdraw"),
    path("applications/<int:pk>/export/<str:paper>", papers.paper, name="application_paper"),
]
_CLOCKS = [
    path("clocks", clocks.page, name="clocks"),
    path("clocks/terms", clocks.set_term, name="set_term"),
    path("clocks/days", clocks.set_day, name="set_day"),
    path("clocks/days/<int:pk>/drop", clocks.drop_day, name="drop_day"),
]
_PROJECT = [
    path("projects", project.listing, name="projects"),
    path("projects/<int:pk>", project.page, name="project"),
    path("projects/<int:pk>/close", project.close, name="close"),
    path("estates/<int:pk>/assign", assigned.assign, name="assign"),
]
urlpatterns = [
    *_TODAY,
    *_APPLICATIONS,
    *_CLOCKS,
    *_PROJECT,
    *gates,
    *menus,
    *review,
    *permits,
    *whistle,
    *modes,
    *choosing,
]
