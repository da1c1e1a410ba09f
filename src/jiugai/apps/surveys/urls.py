"""Addresses of surveys: pages of staff, those of residents under /r/, and of collectors."""

from django.urls import include, path

from jiugai.apps.surveys.authoring import question_views as questions
from jiugai.apps.surveys.authoring import views as surveys
from jiugai.apps.surveys.collect import views as collect
from jiugai.apps.surveys.residents import views as residents
from jiugai.apps.surveys.results import views as results
from jiugai.apps.surveys.visits import paper_views as paper
from jiugai.apps.surveys.visits import views as visits

app_name = "surveys"
_AUTHORING = [
    path("surveys", surveys.listing, name="surveys"),
    path("estates/<int:pk>/surveys/new", surveys.new, name="new"),
    path("surveys/<int:pk>", surveys.page, name="survey"),
    path("surveys/<int:pk>/edit", surveys.edit, name="edit"),
    path("surveys/<int:pk>/copy", surveys.copy, name="copy"),
    path("surveys/<int:pk>/publish", surveys.publish, name="publish"),
    path("surveys/<int:pk>/close", surveys.close, name="close"),
    path("surveys/<int:pk>/announce", surveys.announce, name="announce"),
    path("surveys/<int:pk>/discard", surveys.discard, name="discard"),
    path("surveys/<int:pk>/questions", questions.listing, name="questions"),
    path("surveys/<int:pk>/questions/new", questions.new, name="new_question"),
    path("surveys/<int:pk>/questions/<str:name>", questions.question, name="question"),
    path("surveys/<int:pk>/questions/<str:name>/do", questions.rearrange, name="rearrange"),
    path("surveys/<int:pk>/upload", questions.upload, name="upload"),
    path("surveys/<int:pk>/xlsform", questions.xlsform, name="xlsform"),
]
_ANSWERS = [
    path("surveys/<int:pk>/homes", visits.homes, name="homes"),
    path("surveys/<int:pk>/homes/<int:home>", visits.sheet, name="sheet"),
    path("surveys/<int:pk>/paper", paper.printed, name="printed"),
    path("surveys/<int:pk>/typing", paper.typing, name="typing"),
    path("surveys/<int:pk>/results", results.results, name="results"),
    path("surveys/<int:pk>/export", results.export, name="export"),
    path("submissions/<int:pk>", results.settle, name="settle"),
    path("answer-pictures/<int:pk>", results.picture, name="picture"),
]
_RESIDENTS = [
    path("s/<int:pk>", residents.start, name="my_survey"),
    path("s/<int:pk>/result", residents.result, name="my_result"),
    path("s/<int:pk>/<int:person>/end", residents.end, name="my_end"),
    path("s/<int:pk>/<int:person>/q/<str:key>", residents.question, name="my_question"),
]
_COLLECTORS = [
    path("formList", collect.form_list, name="form_list"),
    path("submission", collect.submission, name="submission"),
    path("forms/<int:pk>.xml", collect.xform, name="xform"),
    path("forms/<int:pk>/manifest", collect.manifest, name="manifest"),
    path("forms/<int:pk>/households.csv", collect.flats, name="flats"),
]
urlpatterns = [
    *_AUTHORING,
    *_ANSWERS,
    path("r/", include(_RESIDENTS)),
    path("openrosa/", include(_COLLECTORS)),
]
