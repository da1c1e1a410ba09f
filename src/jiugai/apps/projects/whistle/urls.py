"""Addresses of whistles and of good practice."""

from django.urls import path

from jiugai.apps.projects.whistle import acting, practice_views, views

urlpatterns = [
    path("whistles", views.listing, name="whistles"),
    path("whistles/departments", views.by_department, name="whistle_figures"),
    path("whistles/<int:pk>", views.page, name="whistle"),
    path("estates/<int:pk>/whistle", acting.blow, name="blow_whistle"),
    path("whistles/<int:pk>/call", acting.call, name="call_department"),
    path("whistles/<int:pk>/escalate", acting.escalate, name="escalate_whistle"),
    path("whistles/<int:pk>/close", acting.close, name="close_whistle"),
    path("whistles/<int:pk>/withdraw", acting.withdraw, name="withdraw_whistle"),
    path("calls/<int:pk>/respond", acting.respond, name="respond_call"),
    path("calls/<int:pk>/solve", acting.solve, name="solve_call"),
    path("calls/<int:pk>/reopen", acting.reopen, name="reopen_call"),
    path("calls/<int:pk>/remind", acting.remind, name="remind_call"),
    path("practices", practice_views.practices, name="practices"),
    path("practices/add", practice_views.add, name="add_practice"),
    path("practices/<int:pk>/share", practice_views.share_one, name="share_practice"),
]
