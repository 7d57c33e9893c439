"""Every address. Swedish without a prefix, English under /en/; public pages first, then the desk."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from handslag.web.desk import activities as desk_activities
from handslag.web.desk import baselines as desk_baselines
from handslag.web.desk import calendars as desk_calendars
from handslag.web.desk import cards as desk_cards
from handslag.web.desk import changes as desk_changes
from handslag.web.desk import dialogues as desk_dialogues
from handslag.web.desk import hours as desk_hours
from handslag.web.desk import imports as desk_imports
from handslag.web.desk import joint_work as desk_joint_work
from handslag.web.desk import links as desk_links
from handslag.web.desk import overviews as desk_overviews
from handslag.web.desk import papers as desk_papers
from handslag.web.desk import party_verdicts as desk_party_verdicts
from handslag.web.desk import patrols as desk_patrols
from handslag.web.desk import plans as desk_plans
from handslag.web.desk import population as desk_population
from handslag.web.desk import promises as desk_promises
from handslag.web.desk import queue as desk_queue
from handslag.web.desk import readings as desk_readings
from handslag.web.desk import registers as desk_registers
from handslag.web.desk import reports as desk_reports
from handslag.web.desk import resident_checks as desk_resident_checks
from handslag.web.desk import results as desk_results
from handslag.web.desk import retention as desk_retention
from handslag.web.desk import rounds as desk_rounds
from handslag.web.desk import today as desk_today
from handslag.web.desk import voices as desk_voices
from handslag.web.desk import walks as desk_walks
from handslag.web.open import bundles as open_bundles
from handslag.web.public import about as public_about
from handslag.web.public import coverage as public_coverage
from handslag.web.public import dialogues as public_dialogues
from handslag.web.public import promises as public_promises
from handslag.web.public import resident_checks as public_resident_checks
from handslag.web.public import results as public_results
from handslag.web.public import timelines as public_timelines

urlpatterns = i18n_patterns(
    path("konto/", include("handslag.web.account_urls")),
    # the desk
    path("logga/", desk_activities.choose, name="log"),
    path("bord/", desk_today.choose, name="desk_choose"),
    path("bord/lank/<str:token>/", desk_links.mail_link, name="mail_link"),
    path("bord/<slug:slug>/", desk_today.today, name="desk_today"),
    path("bord/<slug:slug>/las/", desk_readings.read_page, name="desk_read"),
    path("bord/<slug:slug>/las/<str:public_id>/", desk_readings.reading, name="desk_reading"),
    path("bord/<slug:slug>/las/<str:public_id>/nytt/", desk_promises.add_draft, name="desk_add_draft"),
    path("bord/<slug:slug>/las/<str:public_id>/foljer-med/", desk_rounds.carry, name="desk_carry"),
    path("bord/<slug:slug>/las/<str:public_id>/publicera/", desk_rounds.publish, name="desk_publish"),
    path("bord/<slug:slug>/lofte/<int:number>/", desk_promises.promise, name="desk_promise"),
    path("bord/<slug:slug>/lofte/<int:number>/andra/", desk_promises.edit_draft, name="desk_edit_draft"),
    path("bord/<slug:slug>/lofte/<int:number>/granska/", desk_promises.lint_draft, name="desk_lint_draft"),
    path(
        "bord/<slug:slug>/lofte/<int:number>/ta-bort/", desk_promises.discard_draft, name="desk_discard_draft"
    ),
    path("bord/<slug:slug>/lofte/<int:number>/forlang/", desk_changes.prolong, name="desk_prolong"),
    path("bord/<slug:slug>/lofte/<int:number>/ny-version/", desk_changes.amend, name="desk_amend"),
    path(
        "bord/<slug:slug>/lofte/<int:number>/ny-version/granska/",
        desk_changes.lint_change,
        name="desk_lint_change",
    ),
    path("bord/<slug:slug>/lofte/<int:number>/ersatt/", desk_changes.replace, name="desk_replace"),
    path("bord/<slug:slug>/lofte/<int:number>/aterta/", desk_changes.withdraw, name="desk_withdraw"),
    path("bord/<slug:slug>/lofte/<int:number>/oversyn/", desk_changes.review, name="desk_review"),
    path("bord/<slug:slug>/lofte/<int:number>/stang/", desk_reports.close_period, name="desk_close_period"),
    path("bord/<slug:slug>/lofte/<int:number>/omdome/", desk_party_verdicts.verdict, name="desk_verdict"),
    path("bord/<slug:slug>/lofte/<int:number>/utgangsvarde/", desk_baselines.baseline, name="desk_baseline"),
    path(
        "bord/<slug:slug>/lofte/<int:number>/utgangsvarde/las/",
        desk_baselines.lock_baseline,
        name="desk_lock_baseline",
    ),
    path(
        "bord/<slug:slug>/matning/<int:measurement>/ta-tillbaka/",
        desk_baselines.take_back_measurement,
        name="desk_take_back_measurement",
    ),
    path("bord/<slug:slug>/tackning/", desk_overviews.coverage, name="desk_coverage"),
    path("bord/<slug:slug>/tackning/<int:year>/", desk_overviews.coverage, name="desk_coverage"),
    path("bord/<slug:slug>/timmar/", desk_hours.hours, name="desk_hours"),
    path("bord/<slug:slug>/timmar/<int:year>/", desk_hours.hours, name="desk_hours"),
    path("bord/<slug:slug>/timmar/ny/", desk_hours.add_hours, name="desk_add_hours"),
    path("bord/<slug:slug>/timmar/ta-bort/<int:hours>/", desk_hours.remove_hours, name="desk_remove_hours"),
    path(
        "bord/<slug:slug>/lofte/<int:number>/fraga-invanarna/",
        desk_resident_checks.resident_check,
        name="desk_resident_check",
    ),
    path("bord/<slug:slug>/logga/", desk_activities.log_activity, name="desk_log"),
    path("bord/<slug:slug>/planera/", desk_plans.plan, name="desk_plan"),
    path("bord/<slug:slug>/insats/<str:public_id>/gjort/", desk_plans.confirm_plan, name="desk_confirm_plan"),
    path("bord/<slug:slug>/logga/ko/", desk_queue.queue, name="desk_queue"),
    path("bord/<slug:slug>/logga/app.webmanifest", desk_queue.manifest, name="log_manifest"),
    path("bord/<slug:slug>/logga/sw.js", desk_queue.worker, name="log_worker"),
    path("bord/<slug:slug>/patrull.pdf", desk_patrols.patrol_file, name="desk_patrol"),
    path("bord/<slug:slug>/insats/<str:public_id>/", desk_activities.correct_activity, name="desk_correct"),
    path("bord/<slug:slug>/insats/<str:public_id>/kvitto/", desk_activities.receipt, name="desk_receipt"),
    path("bord/<slug:slug>/insats/<str:public_id>/var-med/", desk_joint_work.answer, name="desk_answer"),
    path("bord/<slug:slug>/las-in/", desk_imports.upload, name="desk_imports"),
    path("bord/<slug:slug>/las-in/<str:public_id>/", desk_imports.columns, name="desk_import"),
    path(
        "bord/<slug:slug>/las-in/<str:public_id>/granska/", desk_imports.preview, name="desk_import_preview"
    ),
    path("bord/<slug:slug>/las-in/<str:public_id>/kvitto/", desk_imports.receipt, name="desk_import_receipt"),
    path("bord/<slug:slug>/kalender/", desk_calendars.calendar, name="desk_calendar"),
    path("bord/<slug:slug>/kalender/lasar/", desk_calendars.add_terms, name="desk_add_terms"),
    path("bord/<slug:slug>/kalender/lasar/<int:authority>/", desk_calendars.terms, name="desk_terms"),
    path("bord/<slug:slug>/kalender/evenemang/", desk_calendars.add_event, name="desk_add_event"),
    path("bord/<slug:slug>/kalender/evenemang/<str:public_id>/", desk_calendars.event, name="desk_event"),
    path(
        "bord/<slug:slug>/kalender/evenemang/<str:public_id>/ta-bort/",
        desk_calendars.remove_event,
        name="desk_remove_event",
    ),
    path("bord/<slug:slug>/kalender/storhelger/", desk_calendars.add_storhelger, name="desk_add_storhelger"),
    path("bord/<slug:slug>/register/skolor/", desk_registers.schools, name="desk_schools"),
    path("bord/<slug:slug>/register/skolor/ny/", desk_registers.add_school, name="desk_add_school"),
    path(
        "bord/<slug:slug>/register/skolor/las-in/", desk_registers.import_schools, name="desk_import_schools"
    ),
    path("bord/<slug:slug>/register/skolor/<int:school>/", desk_registers.school, name="desk_school"),
    path("bord/<slug:slug>/register/platser/", desk_registers.places, name="desk_places"),
    path("bord/<slug:slug>/register/platser/ny/", desk_registers.add_place, name="desk_add_place"),
    path("bord/<slug:slug>/register/platser/<int:place>/", desk_registers.place, name="desk_place"),
    path(
        "bord/<slug:slug>/register/platser/<int:place>/ta-bort/",
        desk_registers.remove_place,
        name="desk_remove_place",
    ),
    path("bord/<slug:slug>/enkat/<slug:survey>/resultat/", desk_results.results, name="desk_results"),
    path(
        "bord/<slug:slug>/enkat/<slug:survey>/resultat/godkann/",
        desk_results.approve,
        name="desk_approve_results",
    ),
    path("bord/<slug:slug>/enkat/<slug:survey>/filer/", desk_results.export, name="desk_export"),
    path("bord/<slug:slug>/befolkning/", desk_population.population, name="desk_population"),
    path("bord/<slug:slug>/gallring/", desk_retention.disposal, name="desk_disposal"),
    path("bord/<slug:slug>/gallring/stopp/", desk_retention.hold, name="desk_hold"),
    path("bord/<slug:slug>/enkater/", include("handslag.web.desk.survey_urls")),
    path("bord/<slug:slug>/enkat/<slug:survey>/papper.pdf", desk_papers.paper_file, name="desk_paper_file"),
    path("bord/<slug:slug>/enkat/<slug:survey>/skriv-in/", desk_papers.enter_paper, name="desk_paper"),
    path("bord/<slug:slug>/dialoger/", desk_dialogues.dialogues, name="desk_dialogues"),
    path("bord/<slug:slug>/dialoger/ny/", desk_dialogues.plan_dialogue, name="desk_plan_dialogue"),
    path("bord/<slug:slug>/dialoger/<str:public_id>/", desk_dialogues.dialogue, name="desk_dialogue"),
    path(
        "bord/<slug:slug>/dialoger/<str:public_id>/andra/",
        desk_dialogues.change_dialogue,
        name="desk_change_dialogue",
    ),
    path(
        "bord/<slug:slug>/dialoger/<str:public_id>/stall-in/",
        desk_dialogues.cancel_dialogue,
        name="desk_cancel_dialogue",
    ),
    path(
        "bord/<slug:slug>/dialoger/<str:public_id>/svar/", desk_dialogues.owe_answer, name="desk_owe_answer"
    ),
    path("bord/<slug:slug>/dialoger/<str:public_id>/antal/", desk_cards.count_heads, name="desk_heads"),
    path("bord/<slug:slug>/dialoger/<str:public_id>/kort/", desk_cards.cards, name="desk_cards"),
    path("bord/<slug:slug>/dialoger/<str:public_id>/kort/sw.js", desk_cards.worker, name="card_worker"),
    path("bord/<slug:slug>/dialoger/<str:public_id>/kort/ko/", desk_cards.card_queue, name="desk_card_queue"),
    path("bord/<slug:slug>/dialoger/<str:public_id>/stopp/", desk_walks.stops, name="desk_stops"),
    path(
        "bord/<slug:slug>/dialoger/<str:public_id>/iakttagelse/<str:finding>/",
        desk_walks.outcome,
        name="desk_outcome",
    ),
    path("bord/<slug:slug>/stopp/<str:stop>/", desk_walks.finding, name="desk_finding"),
    path("bord/<slug:slug>/svar/<str:public_id>/", desk_dialogues.publish_answer, name="desk_publish_answer"),
    path("bord/<slug:slug>/synpunkter/", desk_voices.voices, name="desk_voices"),
    path("bord/<slug:slug>/synpunkter/karantan/", desk_voices.name_held_reader, name="desk_held_reader"),
    path("bord/<slug:slug>/synpunkter/<str:key>/", desk_voices.voice, name="desk_voice"),
    path("bord/<slug:slug>/synpunkter/<str:key>/radera/", desk_voices.erase_voice, name="desk_erase_voice"),
    # the public face
    path("", public_promises.front, name="front"),
    path("om/", public_about.about, name="about"),
    path("<slug:slug>/", public_promises.municipality, name="municipality"),
    path("<slug:slug>/data.zip", open_bundles.municipality_bundle, name="municipality_bundle"),
    path("<slug:slug>/omgangar/", public_promises.rounds, name="rounds"),
    path("<slug:slug>/lofte/<int:number>/", public_promises.promise, name="promise"),
    path("<slug:slug>/lofte/<int:number>/markt/", public_resident_checks.check, name="resident_check"),
    path("<slug:slug>/lofte/<int:number>/markt/tack/", public_resident_checks.thanks, name="check_thanks"),
    path("<slug:slug>/lofte/<int:number>/versioner/", public_promises.history, name="promise_history"),
    path("<slug:slug>/lofte/<int:number>/data.zip", open_bundles.promise_bundle, name="promise_bundle"),
    path("<slug:slug>/enkat/<slug:survey>/resultat/", public_results.results, name="survey_results"),
    path(
        "<slug:slug>/enkat/<slug:survey>/resultat.csv",
        public_results.results_file,
        name="survey_results_file",
    ),
    path("<slug:slug>/enkat/<slug:survey>/", include("handslag.web.survey.urls")),
    path("<slug:slug>/lofte/<int:number>/tidslinje/", public_timelines.timeline, name="timeline"),
    path("<slug:slug>/tackning/", public_coverage.coverage, name="coverage"),
    path("<slug:slug>/tackning/<int:year>/", public_coverage.coverage, name="coverage"),
    path("<slug:slug>/uppfoljning/", include("handslag.web.report_urls")),
    path("<slug:slug>/dialoger/", public_dialogues.dialogues, name="dialogues"),
    path("<slug:slug>/dialoger/<str:public_id>/", public_dialogues.dialogue, name="dialogue"),
    path(
        "<slug:slug>/dialoger/<str:public_id>/dialog.ics",
        public_dialogues.calendar_file,
        name="dialogue_calendar",
    ),
    path("<slug:slug>/dialoger/<str:public_id>/affisch.pdf", public_dialogues.poster, name="dialogue_poster"),
    path("<slug:slug>/sa-raknar-vi/", public_about.how_we_count, name="how_we_count"),
    prefix_default_language=False,
)
handler404 = "handslag.web.errors.not_found"
handler500 = "handslag.web.errors.server_error"
