"""The addresses of surveys on the desk. Making one stands beside those that are made."""

from django.urls import path

from handslag.web.desk.listening import survey_codes, survey_questions, survey_words, surveys

urlpatterns = [
    path("", surveys.surveys, name="desk_surveys"),
    path("ny/", surveys.new_survey, name="desk_new_survey"),
    path("ny/fil/", surveys.import_survey, name="desk_import_survey"),
    path("<slug:survey>/", surveys.survey, name="desk_survey"),
    path("<slug:survey>/fil.xlsx", surveys.survey_file, name="desk_survey_file"),
    path("<slug:survey>/visa/", survey_questions.preview, name="desk_survey_preview"),
    path("<slug:survey>/runt-om/", surveys.frame, name="desk_survey_frame"),
    path("<slug:survey>/sprak/", surveys.languages, name="desk_survey_languages"),
    path("<slug:survey>/sprak/<str:language>/", survey_words.words, name="desk_survey_words"),
    path("<slug:survey>/sida/", survey_questions.add_page, name="desk_add_page"),
    path("<slug:survey>/sida/<int:page>/", survey_questions.change_page, name="desk_change_page"),
    path("<slug:survey>/sida/<int:page>/fraga/", survey_questions.add_question, name="desk_add_question"),
    path("<slug:survey>/fraga/<str:question>/", survey_questions.change_question, name="desk_question"),
    path(
        "<slug:survey>/fraga/<str:question>/ta-bort/",
        survey_questions.remove_question,
        name="desk_remove_question",
    ),
    path("<slug:survey>/koder/", survey_codes.codes, name="desk_survey_codes"),
    path("<slug:survey>/oppna/", surveys.open_survey, name="desk_open_survey"),
    path("<slug:survey>/stang/", surveys.close_survey, name="desk_close_survey"),
]
