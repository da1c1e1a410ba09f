"""Addresses of owners: pages of staff, and under /r/ that of residents."""

from django.urls import path

from jiugai.apps.owners.bodies import views as bodies
from jiugai.apps.owners.contributions import views as contributions
from jiugai.apps.owners.residents import views as residents
from jiugai.apps.owners.service import acting
from jiugai.apps.owners.service import views as service

app_name = "owners"
_BODIES = [
    path("bodies", bodies.listing, name="bodies"),
    path("estates/<int:pk>/bodies/new", bodies.form_body, name="form_body"),
    path("bodies/<int:pk>", bodies.page, name="body"),
    path("bodies/<int:pk>/seats", bodies.seat, name="seat"),
    path("bodies/<int:pk>/leave", bodies.unseat, name="unseat"),
    path("bodies/<int:pk>/steps", bodies.write_step, name="body_step"),
    path("bodies/<int:pk>/end", bodies.end, name="end_body"),
]
_SERVICES = [
    path("services", service.listing, name="services"),
    path("estates/<int:pk>/services/new", service.start, name="start_service"),
    path("services/<int:pk>", service.page, name="service"),
    path("services/<int:pk>/entries", acting.note, name="note_service"),
    path("services/<int:pk>/post", acting.post, name="post_service"),
    path("services/<int:pk>/vote", acting.call_vote, name="call_hiring"),
    path("services/<int:pk>/conclude", acting.conclude, name="conclude_hiring"),
    path("services/<int:pk>/sign", acting.sign, name="sign_service"),
    path("services/<int:pk>/file", acting.file_contract, name="file_service"),
    path("services/<int:pk>/end", acting.end, name="end_service"),
]
_CONTRIBUTIONS = [
    path("contributions", contributions.listing, name="contributions"),
    path("contributions/estate/<int:pk>", contributions.page, name="estate_contributions"),
    path("contributions/estate/<int:pk>/new", contributions.give, name="give"),
    path("contributions/estate/<int:pk>/part", contributions.set_part, name="residents_part"),
    path("contributions/estate/<int:pk>.xlsx", contributions.export, name="export_contributions"),
    path("contributions/<int:pk>/take-back", contributions.take_back, name="take_back"),
]
_RESIDENTS = [path("r/owners", residents.page, name="my_owners")]
urlpatterns = [*_BODIES, *_SERVICES, *_CONTRIBUTIONS, *_RESIDENTS]
