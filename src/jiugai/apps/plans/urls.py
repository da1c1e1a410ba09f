"""Addresses of the pool, the studio and the plans."""

from django.urls import path

from jiugai.apps.plans.views import adopt, compare, plans, pool, studio, trials

app_name = "plans"
_POOL = [
    path("pool", pool.page, name="pool"),
    path("pool/export", pool.export, name="pool_export"),
    path("pool/nominate", pool.nominate, name="nominate"),
]
_STUDIO = [
    path("plans/scenarios/add", studio.add, name="add"),
    path("plans/scenarios/<int:pk>", studio.page, name="studio"),
    path("plans/scenarios/<int:pk>/change", studio.change, name="change"),
    path("plans/scenarios/<int:pk>/copy", studio.copy, name="copy"),
    path("plans/scenarios/<int:pk>/archive", studio.archive, name="archive"),
    path("plans/runs/<int:pk>/progress", studio.progress, name="progress"),
    path("plans/runs/<int:pk>/stop", studio.stop, name="stop"),
    path("plans/runs/<int:pk>/export", plans.run_workbook, name="run_export"),
    path("plans/runs/<int:pk>/adopt", adopt.page, name="adopt"),
    path("plans/compare", compare.page, name="compare"),
]
_PLANS = [
    path("plans", plans.listing, name="plans"),
    path("plans/<int:pk>", plans.page, name="plan"),
    path("plans/<int:pk>/export", plans.workbook, name="plan_export"),
    path("plans/<int:pk>/export/letter", plans.letter, name="plan_letter"),
    path("plans/<int:pk>/again", plans.again, name="again"),
]
_TRIALS = [
    path("plans/trials", trials.listing, name="trials"),
    path("plans/trials/<int:pk>", trials.page, name="trial"),
    path("plans/trials/<int:pk>/export", trials.workbook, name="trial_export"),
    path("plans/trials/<int:pk>/keep", trials.keep, name="keep"),
]
urlpatterns = [*_POOL, *_STUDIO, *_PLANS, *_TRIALS]
