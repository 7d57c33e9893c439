"""What everybody sees of one municipality, all beneath its slug: the addresses."""

from django.urls import include, path

from handslag.web.public import (
    about,
    bundles,
    coverage,
    dialogues,
    places,
    promises,
    resident_checks,
    results,
    timelines,
)

urlpatterns = [
    path("", promises.municipality, name="municipality"),
    path("data.zip", bundles.municipality_bundle, name="municipality_bundle"),
    path("omgangar/", promises.rounds, name="rounds"),
    path("lofte/<int:number>/", promises.promise, name="promise"),
    path("lofte/<int:number>/markt/", resident_checks.check, name="resident_check"),
    path("lofte/<int:number>/markt/arbete/", resident_checks.work, name="check_work"),
    path("lofte/<int:number>/markt/tack/", resident_checks.thanks, name="check_thanks"),
    path("lofte/<int:number>/versioner/", promises.history, name="promise_history"),
    path("lofte/<int:number>/data.zip", bundles.promise_bundle, name="promise_bundle"),
    path("enkat/<slug:survey>/resultat/", results.results, name="survey_results"),
    path(
        "enkat/<slug:survey>/resultat.csv",
        results.results_file,
        name="survey_results_file",
    ),
    path("enkat/<slug:survey>/", include("handslag.web.survey.urls")),
    path("lofte/<int:number>/tidslinje/", timelines.timeline, name="timeline"),
    path("plats/<slug:address>/", places.place, name="place"),
    path("tackning/", coverage.coverage, name="coverage"),
    path("tackning/<int:year>/", coverage.coverage, name="coverage"),
    path("uppfoljning/", include("handslag.web.public.report_urls")),
    path("dialoger/", dialogues.dialogues, name="dialogues"),
    path("dialoger/<str:public_id>/", dialogues.dialogue, name="dialogue"),
    path(
        "dialoger/<str:public_id>/dialog.ics",
        dialogues.calendar_file,
        name="dialogue_calendar",
    ),
    path("dialoger/<str:public_id>/affisch.pdf", dialogues.poster, name="dialogue_poster"),
    path("sa-raknar-vi/", about.how_we_count, name="how_we_count"),
]
