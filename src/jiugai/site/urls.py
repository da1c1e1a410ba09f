"""Every address of the site."""

from django.urls import include, path

from jiugai.site import views

urlpatterns = [
    path("", include("jiugai.apps.registry.api.urls")),
    path("", include("jiugai.apps.registry.urls")),
    path("", include("jiugai.web.urls")),
    path("", include("jiugai.apps.accounts.urls")),
    path("", include("jiugai.apps.audit.urls")),
    path("", include("jiugai.apps.jobs.urls")),
    path("", include("jiugai.apps.hooks.urls")),
    path("", include("jiugai.apps.people.urls")),
    path("", include("jiugai.apps.participation.urls")),
    path("", include("jiugai.apps.surveys.urls")),
    path("", include("jiugai.apps.demands.urls")),
    path("", include("jiugai.apps.owners.urls")),
    path("", include("jiugai.apps.projects.urls")),
    path("", include("jiugai.apps.plans.urls")),
    path("", include("jiugai.apps.conference.urls")),
    path("system", views.system, name="system"),
    path("account/", include("jiugai.apps.accounts.sign_in_urls")),
]
handler500 = "jiugai.web.views.failed"
