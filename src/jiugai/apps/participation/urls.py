"""Addresses of participation: pages of staff, and under /r/ those of residents."""

from django.urls import include, path

from jiugai.apps.participation.notices import views as notices
from jiugai.apps.participation.privacy import care_views as care
from jiugai.apps.participation.privacy import resident_views as mine
from jiugai.apps.participation.privacy import views as privacy
from jiugai.apps.participation.residents import calendar_views as calendar
from jiugai.apps.participation.residents import desk_views as desk
from jiugai.apps.participation.residents import door_views as door
from jiugai.apps.participation.residents import helper_views as helpers
from jiugai.apps.participation.residents import notice_views
from jiugai.apps.participation.residents import views as residents
from jiugai.apps.participation.rolls import views as rolls
from jiugai.apps.participation.votes import paper_views as paper
from jiugai.apps.participation.votes import views as votes

app_name = "participation"
_VOTES = [
    path("votes", votes.listing, name="votes"),
    path("estates/<int:pk>/votes/new", votes.prepare, name="prepare_vote"),
    path("votes/<int:pk>", votes.page, name="vote"),
    path("votes/<int:pk>/edit", votes.redraft, name="redraft_vote"),
    path("votes/<int:pk>/roll", votes.roll, name="roll"),
    path("votes/<int:pk>/receipts", votes.receipts, name="receipts"),
    path("votes/<int:pk>/result.xlsx", votes.workbook, name="workbook"),
    path("votes/<int:pk>/open", votes.open_vote, name="open_vote"),
    path("votes/<int:pk>/count", votes.count, name="count_vote"),
    path("votes/<int:pk>/publish", votes.publish, name="publish_vote"),
    path("votes/<int:pk>/cancel", votes.cancel, name="cancel_vote"),
    path("votes/<int:pk>/paper", paper.page, name="paper"),
]
_DESK = [
    path("estates/<int:pk>/entrance", desk.entrance, name="entrance"),
    path("estates/<int:pk>/entrance/doors", desk.doors, name="doors"),
    path("buildings/<int:pk>/letters", desk.letters, name="letters"),
]
_ROLLS = [
    path("estates/<int:pk>/roll", rolls.imports, name="roll_imports"),
    path("rolls/template.xlsx", rolls.template, name="roll_template"),
    path("rolls/<int:pk>", rolls.page, name="roll_import"),
    path("rolls/<int:pk>/store", rolls.store, name="store_roll"),
]
_NOTICES = [
    path("notices", notices.listing, name="notices"),
    path("estates/<int:pk>/notices/new", notices.draft, name="draft_notice"),
    path("notices/<int:pk>", notices.page, name="notice"),
    path("notices/<int:pk>/edit", notices.redraft, name="redraft_notice"),
    path("notices/<int:pk>/poster", notices.poster, name="poster"),
    path("notices/<int:pk>/poster/paper", notices.poster_paper, name="poster_paper"),
    path("notices/<int:pk>/put-up", notices.put_up, name="put_up_notice"),
    path("notices/<int:pk>/end", notices.end, name="end_notice"),
    path("notices/<int:pk>/objections", notices.object_at_desk, name="object_at_desk"),
    path("objections/<int:pk>", notices.answer, name="answer"),
]
_PRIVACY = [
    path("privacy", privacy.holdings, name="privacy"),
    path("households/<int:pk>/care", care.care, name="care"),
    path("privacy/terms", privacy.terms, name="privacy_terms"),
    path("privacy/terms/<str:key>", privacy.term, name="privacy_term"),
    path("privacy/requests", privacy.asked, name="personal_requests"),
    path("privacy/requests/<int:pk>", privacy.asked_one, name="personal_request"),
    path("privacy/requests/<int:pk>/decide", privacy.decide, name="decide_personal"),
]
_MINE = [
    path("privacy", mine.mine, name="my_privacy"),
    path("privacy/notice", mine.notice, name="privacy_notice"),
    path("privacy/download", mine.take_along, name="my_download"),
    path("privacy/consents/<int:pk>", mine.take_back, name="take_back"),
    path("privacy/held/<str:key>", mine.one, name="my_holding"),
    path("privacy/held/<str:key>/erase", mine.erase, name="erase_holding"),
    path("privacy/held/<str:key>/ask", mine.ask, name="ask_office"),
]
_RESIDENTS = [
    *_MINE,
    path("", residents.home, name="home"),
    path("calendar", calendar.page, name="my_calendar"),
    path("calendar/<str:token>.ics", calendar.file, name="calendar_file"),
    path("helpers", helpers.helpers, name="helpers"),
    path("helpers/<int:pk>/revoke", helpers.revoke, name="revoke_helper"),
    path("in", door.knock, name="knock"),
    path("out", door.leave, name="leave"),
    path("large", door.large, name="large"),
    path("e/<str:slug>", door.enter, name="enter"),
    path("e/<str:slug>/phone", door.ask, name="ask"),
    path("e/<str:slug>/once", door.once, name="once"),
    path("v/<int:pk>", residents.vote, name="my_vote"),
    path("v/<int:pk>/receipts/<str:number>", residents.receipt, name="receipt"),
    path("v/<int:pk>/check", residents.check, name="check"),
    path("v/<int:pk>/ballots", residents.ballots, name="ballots"),
    path("v/<int:pk>/result", residents.result, name="result"),
    path("n/<int:pk>", notice_views.notice, name="my_notice"),
]
urlpatterns = [*_VOTES, *_DESK, *_ROLLS, *_NOTICES, *_PRIVACY, path("r/", include(_RESIDENTS))]
