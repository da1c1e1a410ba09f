"""Addresses of design reviews."""

from django.urls import path

from jiugai.apps.projects.review import acting, views

_REVIEW = "projects/<int:pk>/review"
urlpatterns = [
    path("reviews", views.listing, name="reviews"),
    path(_REVIEW, views.page, name="review"),
    path(f"{_REVIEW}/compare", views.compare, name="compare_designs"),
    path(f"{_REVIEW}/files", acting.add_file, name="add_design_file"),
    path(f"{_REVIEW}/files/<int:file>/drop", acting.drop_file, name="drop_design_file"),
    path(f"{_REVIEW}/submit", acting.submit, name="submit_design"),
    path(f"{_REVIEW}/remarks", acting.add_remark, name="add_remark"),
    path(f"{_REVIEW}/remarks/<int:remark>/drop", acting.drop_remark, name="drop_remark"),
    path(f"{_REVIEW}/remarks/<int:remark>/answer", acting.answer, name="answer_remark"),
    path(f"{_REVIEW}/opinion", acting.hand_over, name="hand_over"),
]
