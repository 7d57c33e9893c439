"""What the command line says, and the short words of its tables: (Swedish, English)."""

COMMAND_LINE: dict[str, tuple[str, str]] = {
    # what it is
    "cli_about": (
        "Läs, granska och följ upp medborgarlöften.",
        "Read, check and follow citizen promises (medborgarlöften).",
    ),
    "cli_read": (
        "Läs ut löftena ur en text: vem lovar vad, var, hur ofta och till när.",
        "Read the promises out of a text: who promises what, where, how often and until when.",
    ),
    "cli_lint": (
        "Ge råd om ett utkast: vad går inte att följa upp, och hur kan det skrivas?",
        "Advise on a draft: what could not be followed up, and how might it be worded?",
    ),
    "cli_assess": (
        "Bedöm om löften hålls, ur det som är gjort och inrapporterat.",
        "Assess whether promises are kept, from what was done and reported.",
    ),
    "cli_demo": (
        "Visa allt med Härnösand och två grannar inlagda.",
        "Show everything with Härnösand and two neighbours loaded.",
    ),
    "cli_serve": ("Visa sidorna ur den egna databasen.", "Serve the pages from your own database."),
    "cli_work": (
        "Skicka påminnelser och gör annat arbete i bakgrunden.",
        "Send reminders and do other work in the background.",
    ),
    "cli_doctor": (
        "Se efter om allt i databasen går att läsa.",
        "See whether everything in the database can be read.",
    ),
    "doctor_well": ("Allt i databasen går att läsa.", "Everything in the database can be read."),
    "doctor_rows": (
        "Rader som inte går att läsa: {number}. De är utelämnade på sidorna och räknas inte. Rätta dem i databasen "
        "efter att ha sparat en kopia av den.",
        "Rows that cannot be read: {number}. The pages leave them out and they do not count. Put them right in the "
        "database, after keeping a copy of it.",
    ),
    "doctor_row": (
        "tabellen {table}, raden {key}: kolumnen {column}",
        "table {table}, row {key}: column {column}",
    ),
    # its parts
    "cli_usage": ("användning: ", "usage: "),
    "cli_commands": ("kommandon", "commands"),
    "cli_input": ("indata", "input"),
    "cli_options": ("val", "options"),
    "cli_help": ("visa den här hjälpen", "show this help"),
    "cli_version": ("visa programmets version", "show the version of the program"),
    "cli_language": (
        "språk: sv eller en (annars det som LC_ALL eller LANG säger, annars sv)",
        "language: sv or en (else what LC_ALL or LANG says, else sv)",
    ),
    "cli_files": (
        "filer i formatet .txt, .html, .docx eller .pdf; - läser standard in",
        ".txt, .html, .docx or .pdf files; - reads standard input",
    ),
    "cli_draft": (
        "ett utkast i formatet .txt, .html, .docx eller .pdf; - läser standard in",
        "a draft in .txt, .html, .docx or .pdf; - reads standard input",
    ),
    "cli_format": ("hur svaret ska se ut (annars table)", "what the answer looks like (else table)"),
    "cli_review_on": (
        "dagen då löftena ses över (ÅÅÅÅ-MM-DD), om den är bestämd",
        "the day the promises are reviewed (YYYY-MM-DD), if it is set",
    ),
    "cli_promises": ("löftena och hur de räknas", "the promises and how they are counted"),
    "cli_activities": ("vad som är gjort, planerat och inställt", "what was done, planned and cancelled"),
    "cli_reports": ("vilka perioder som är färdigredovisade", "which periods are reported in full"),
    "cli_calendar": (
        "terminer, säsonger, evenemang och skolor",
        "school terms, seasons, events and schools",
    ),
    "cli_on": ("dagen som bedömningen gäller (ÅÅÅÅ-MM-DD)", "the day it is assessed for (YYYY-MM-DD)"),
    "cli_stage": (
        "var i året: dialogue, draft, signed eller followup (annars followup)",
        "how far on: dialogue, draft, signed or followup (else followup)",
    ),
    "stage_dialogue": ("invånarna har fått frågan", "residents have been asked"),
    "stage_draft": ("utkast till löften", "draft promises"),
    "stage_signed": ("löftena är undertecknade", "the promises are signed"),
    "stage_followup": ("löftena följs upp", "the promises are followed up"),
    "ctrl_c": ("Ctrl-C avslutar", "Ctrl-C stops"),
    "a_command": ("KOMMANDO", "COMMAND"),
    "a_file": ("FIL", "FILE"),
    "a_date": ("DATUM", "DATE"),
    "cli_host": ("adressen att lyssna på (annars 127.0.0.1)", "the address to listen on (else 127.0.0.1)"),
    "cli_once": (
        "gör det som ska göras nu och sluta",
        "do what is to be done now, and stop",
    ),
    "cli_port": ("porten att lyssna på (annars 8000)", "the port to listen on (else 8000)"),
    # what can be wrong
    "cli_missing": (
        "Det saknas något i kommandot: {what}. Skriv {prog} --help för att se hur det skrivs.",
        "Something is missing in the command: {what}. Write {prog} --help to see how it is written.",
    ),
    "cli_unknown": (
        "Kommandot känner inte igen {what}. Skriv {prog} --help för att se vad som finns.",
        "The command does not know {what}. Write {prog} --help to see what there is.",
    ),
    "cli_choice": (
        "{value} går inte att välja för {what}. Välj ett av {choices}.",
        "{value} cannot be chosen for {what}. Choose one of {choices}.",
    ),
    "cli_needs_value": (
        "Det saknas ett värde efter {what}. Skriv {prog} --help för att se hur det skrivs.",
        "A value is missing after {what}. Write {prog} --help to see how it is written.",
    ),
    "cli_bad_date": (
        "{value} är inget datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2019-09-02.",
        "{value} is no date. Write it as YYYY-MM-DD, for example 2019-09-02.",
    ),
    "cli_bad_value": (
        "{value} går inte att använda för {what}. Skriv {prog} --help för att se hur det skrivs.",
        "{value} cannot be used for {what}. Write {prog} --help to see how it is written.",
    ),
    "port_taken": (
        "Port {port} är upptagen: något lyssnar redan på {host}. Stoppa det, eller välj en annan port "
        "med --port.",
        "Port {port} is taken: something already listens on {host}. Stop it, or choose another port "
        "with --port.",
    ),
    "demo_is_shown": (
        "Demon {stage} visas redan på en annan port. Stoppa den först, eller välj ett annat läge med --stage.",
        "The demonstration {stage} is already shown on another port. Stop it first, or choose another stage "
        "with --stage.",
    ),
    "port_unknown": (
        "{port} är ingen port. Välj ett tal från 1 till 65535 med --port.",
        "{port} is no port. Choose a number from 1 to 65535 with --port.",
    ),
    "port_forbidden": (
        "Du får inte lyssna på port {port}. Välj en port från 1024 och uppåt med --port.",
        "You may not listen on port {port}. Choose a port from 1024 upwards with --port.",
    ),
    "host_unknown": (
        "Adressen {host} finns inte. Välj en som datorn har med --host, till exempel 127.0.0.1.",
        "The address {host} does not exist. Choose one that this computer has with --host, for example "
        "127.0.0.1.",
    ),
    "host_not_here": (
        "Datorn har inte adressen {host}. Välj en som den har med --host, till exempel 127.0.0.1.",
        "This computer does not have the address {host}. Choose one that it has with --host, for example "
        "127.0.0.1.",
    ),
    "cli_misuse": (
        "Kommandot går inte att tyda ({message}). Skriv {prog} --help för att se hur det skrivs.",
        "The command cannot be understood ({message}). Write {prog} --help to see how it is written.",
    ),
    "cli_needs_web": (
        "Webbdelen saknas ({package}). Installera den med: pip install 'handslag[web]'",
        "The web part is missing ({package}). Install it with: pip install 'handslag[web]'",
    ),
    "cli_cannot_write": (
        "Svaret går inte att skriva ({why}). Frigör plats eller skriv till en annan fil.",
        "The answer cannot be written ({why}). Free some space or write to another file.",
    ),
    "cli_our_fault": (
        "Något gick fel i Handslag ({what}). Anmäl det gärna med filen som gav felet.",
        "Something went wrong in Handslag ({what}). Please report it with the file that caused it.",
    ),
    # along the way
    "reading_file": ("Läser {file} ({number} av {total}) …", "Reading {file} ({number} of {total}) …"),
    "no_promise_in_file": (
        "Inget löfte hittades i {file}. Kontrollera att det är sidan där löftena räknas upp.",
        "No promise was found in {file}. Check that it is the page that lists the promises.",
    ),
    "in_file": ("{file}:", "{file}:"),
    "in_row": ("{file}, rad {row}:", "{file}, row {row}:"),
    "in_entry": ("{file}, {entry}:", "{file}, {entry}:"),
    "unread_at": ("rad {line}: {words}", "line {line}: {words}"),
    "unread_somewhere": ("– {words}", "– {words}"),
    "no_findings": ("Inget att anmärka på.", "Nothing to remark on."),
    # tables
    "column_number": ("Nr", "No."),
    "column_promise": ("Löfte", "Promise"),
    "column_promisors": ("Vem", "Who"),
    "column_places": ("Var", "Where"),
    "column_how_often": ("Hur ofta", "How often"),
    "column_measurable": ("Mätbart", "Measurable"),
    "column_rule": ("Råd", "Advice"),
    "rule_aim_without_activity": ("avsikt utan insats", "aim without activity"),
    "rule_comparison_without_baseline": ("jämfört med vad", "compared with what"),
    "rule_hard_to_read": ("svårläst", "hard to read"),
    "rule_hedge": ("förbehåll", "reservation"),
    "rule_no_end_date": ("inget slut", "no end"),
    "rule_no_number": ("inget antal", "no number"),
    "rule_no_party": ("vem som lovar", "who promises"),
    "rule_no_period": ("ingen tid", "no period"),
    "rule_no_place": ("ingen plats", "no place"),
    "rule_no_target_group": ("för vem", "for whom"),
    "rule_no_way_to_check": ("går inte att se", "cannot be seen"),
    "rule_number_differs": ("två olika tal", "two numbers"),
    "rule_several_promises": ("flera löften i ett", "several in one"),
    "rule_vague_verb": ("vagt ord", "vague word"),
    "column_words": ("Orden", "The words"),
    "column_why": ("Varför", "Why"),
    "column_rewrite": ("Förslag", "Proposal"),
    "column_period": ("Period", "Period"),
    "column_done": ("Gjort", "Done"),
    "column_status": ("Läge", "Status"),
    "column_reasons": ("Skäl", "Reasons"),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "an_aim": ("{text} (avsikt)", "{text} (aim)"),
    "validity": ("Gäller: {start} – {end}", "Valid: {start} – {end}"),
    "until_further_notice": ("tills vidare", "until further notice"),
    "rests_on": ("Bygger på: {grounds}", "Rests on: {grounds}"),
    "signed_by": ("Undertecknat av: {roles}", "Signed by: {roles}"),
    "ground_dialogue": ("medborgardialog", "citizen dialogue"),
    "ground_survey": ("enkät", "survey"),
    "ground_situation_picture": ("lägesbild", "situation picture"),
    "party_police": ("polisen", "police"),
    "party_municipality": ("kommunen", "municipality"),
    "party_rescue_service": ("räddningstjänsten", "rescue service"),
    "party_housing_company": ("bostadsbolag", "housing company"),
    "party_municipal_company": ("kommunalt bolag", "municipal company"),
    "party_property_owners": ("fastighetsägare", "property owners"),
    "party_business_association": ("företagarförening", "business association"),
    "party_public_transport": ("kollektivtrafiken", "public transport"),
    "party_security_company": ("bevakningsföretag", "security company"),
    "status_KEPT": ("Hållet", "Kept"),
    "status_ON_TRACK": ("I fas", "On track"),
    "status_BEHIND": ("Efter", "Behind"),
    "status_NOT_KEPT": ("Inte hållet", "Not kept"),
    "status_NOT_REPORTED": ("Inte redovisat", "Not reported"),
    "status_NOT_DUE": ("Inte dags än", "Not due yet"),
    "status_CANNOT_BE_JUDGED": ("Går inte att bedöma", "Cannot be judged"),
    "status_PARTLY_KEPT": ("Delvis hållet", "Partly kept"),
    "status_WITHDRAWN": ("Återtaget", "Withdrawn"),
    "kept_of_judged": ("{kept} av {judged} hållna", "{kept} of {judged} kept"),
    "each_time": ("varje gång", "every time"),
    "times_day": ("{n} om dagen", "{n} a day"),
    "times_week": ("{n} i veckan", "{n} a week"),
    "times_month": ("{n} i månaden", "{n} a month"),
    "times_quarter": ("{n} i kvartalet", "{n} a quarter"),
    "times_tertial": ("{n} per tertial", "{n} per four months"),
    "times_half_year": ("{n} i halvåret", "{n} per half-year"),
    "times_year": ("{n} om året", "{n} a year"),
    "times_term": ("{n} per termin", "{n} per school term"),
    "times_season": ("{n} per säsong", "{n} a season"),
    "times_once": ("{n} totalt", "{n} in all"),
    "times_each_event": ("{n} varje gång", "{n} every time"),
}
