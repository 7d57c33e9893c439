"""The addresses of one survey. Answers never stand in an address; the language may."""

from django.urls import path

from handslag.web.survey import answering, receipts

urlpatterns = [
    path("", answering.answer, name="survey_answer"),
    path("alla/", answering.whole, name="survey_whole"),
    path("arbete/", answering.work, name="survey_work"),
    path("kvitto/", receipts.receipt, name="survey_receipt"),
    path("pa/<str:language>/", answering.answer, name="survey_answer_in"),
    path("pa/<str:language>/alla/", answering.whole, name="survey_whole_in"),
    path("pa/<str:language>/arbete/", answering.work, name="survey_work_in"),
    path("pa/<str:language>/kvitto/", receipts.receipt, name="survey_receipt_in"),
]
