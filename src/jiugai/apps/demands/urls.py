"""Addresses of demands: pages of staff, and under /r/ those of residents."""

from django.urls import path

from jiugai.apps.demands.desks import views as desks
from jiugai.apps.demands.ledger import acting, supplying, taking, views
from jiugai.apps.demands.map import views as on_map
from jiugai.apps.demands.residents import views as residents
from jiugai.apps.demands.tickets import views as tickets

app_name = "demands"
_LEDGER = [
    path("demands", views.listing, name="demands"),
    path("demands/export", views.export, name="export_demands"),
    path("demands/figures", views.figures, name="demand_figures"),
    path("demands/tiles/<int:level>/<int:row>/<int:column>", on_map.tile, name="demand_tile"),
    path("demands/terms", desks.terms, name="terms"),
    path("demands/new", taking.choose, name="choose_estate"),
    path("estates/<int:pk>/demands/new", taking.take_down, name="take_demand"),
    path("estates/<int:pk>/demands/count", supplying.supply, name="supply_count"),
    path("demands/<int:pk>", views.page, name="demand"),
]
_ACTING = [
    path("demands/<int:pk>/assign", acting.assign, name="assign_demand"),
    path("demands/<int:pk>/answer", acting.answer, name="answer_demand"),
    path("demands/<int:pk>/contact", acting.contact, name="contact_demand"),
    path("demands/<int:pk>/extend", acting.extend, name="extend_demand"),
    path("demands/<int:pk>/raise", acting.raise_up, name="raise_demand"),
    path("demands/<int:pk>/rate", acting.rate, name="rate_demand"),
    path("demands/<int:pk>/reopen", acting.reopen, name="reopen_demand"),
    path("demands/<int:pk>/end", acting.end, name="end_demand"),
    path("demands/<int:pk>/link", acting.link, name="link_demand"),
    path("demands/<int:pk>/unlink", acting.unlink, name="unlink_demand"),
    path("demands/<int:pk>/withdraw", acting.withdraw, name="withdraw_demand"),
]
_DESKS = [
    path("estates/<int:pk>/reception", desks.desks, name="desks"),
    path("desks/<int:pk>/end", desks.end_desk, name="end_desk"),
]
_TICKETS = [
    path("tickets", tickets.imports, name="ticket_imports"),
    path("tickets/template", tickets.template, name="ticket_template"),
    path("tickets/<int:pk>", tickets.page, name="ticket_import"),
    path("tickets/<int:pk>/store", tickets.store, name="store_tickets"),
    path("tickets/<int:pk>/undo", tickets.undo, name="undo_tickets"),
]
_RESIDENTS = [
    path("r/demands", residents.mine, name="my_demands"),
    path("r/demands/<int:pk>", residents.one, name="my_demand"),
]
urlpatterns = [*_LEDGER, *_ACTING, *_DESKS, *_TICKETS, *_RESIDENTS]
