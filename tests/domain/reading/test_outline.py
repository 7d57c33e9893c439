"""Finding promises on a page: lead-ins, headings, lists of all kinds, umbrellas, running text, retellings."""

import pytest

from tests.domain.reading.found import parties, perspectives, texts

BOTH = "police+municipality"


def test_a_lead_in_gives_its_parties_to_the_items_below() -> None:
    page = "Polisen lovar att:\n\n• synas mer\n• besöka skolan\n\nKommunen ska:\n\n• röja sly"
    assert texts(page) == ["synas mer", "besöka skolan", "röja sly"]
    assert parties(page) == ["police", "police", "municipality"]


def test_together_with_adds_to_the_lead_in_before() -> None:
    page = "Polisen lovar att:\n• Synas mer\n\nTillsammans med Tuna kommun\n• Gå vandringar"
    assert parties(page) == ["police", BOTH]


def test_headings_that_name_a_party_give_it() -> None:
    page = "Löften 2021\n\nDet här lovar vi\n\nPolisen\n• Fotpatrullering\n\nRäddningstjänsten\n• Hembesök"
    assert parties(page) == ["police", "rescue_service"]


def test_items_without_a_verb_are_promises_below_an_opening_heading() -> None:
    assert texts("Det här ska vi göra\n• Medborgardialog\n• Fotpatrullering") == [
        "Medborgardialog",
        "Fotpatrullering",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Lägesbild – utvalda områden:", "Mål", "Effekt", "Medborgarlöften ska:", "Så här har det gått"],
)
def test_items_below_background_aims_and_results_are_none(heading: str) -> None:
    assert texts(f"Tuna – medborgarlöften\n\n{heading}\n\n• Trafik\n• Trygga torg") == []


def test_an_item_that_says_who_shall_counts_below_background_too() -> None:
    assert texts("Löften i Tuna\n\nUtvalda områden:\n• Polisen ska synas\n• Narkotika") == [
        "Polisen ska synas"
    ]


def test_a_lead_in_closes_only_its_own_list() -> None:
    page = "Medborgarlöfte 2020\n\nDialogen visade oro för:\n• Inbrott\n\nPolisen ska mäta farten i byarna."
    assert texts(page) == ["Polisen ska mäta farten i byarna."]


def test_sub_items_that_act_are_promises_and_their_parent_is_the_perspective() -> None:
    page = "Vi lovar:\n• Trygg trafik\n   o Polisen mäter farten\n   o Kommunen bygger farthinder"
    assert texts(page) == ["Polisen mäter farten", "Kommunen bygger farthinder"]
    assert perspectives(page) == ["Trygg trafik", "Trygg trafik"]


def test_sub_items_that_only_detail_belong_to_their_parent() -> None:
    page = "Polisen ska:\n• besöka fyra platser\n   - Torget\n   - Stationen\n• synas mer"
    assert texts(page) == ["besöka fyra platser\n   - Torget\n   - Stationen", "synas mer"]


def test_a_list_that_completes_a_sentence_belongs_to_it() -> None:
    page = "Det här ska vi göra\n\nPolisen kommer att finnas vid:\n\n• Torget\n• Stationen"
    assert texts(page) == ["Polisen kommer att finnas vid:\n\n• Torget\n• Stationen"]


def test_numbered_headings_with_running_text_below_are_perspectives() -> None:
    page = "Löften 2019\n\n1. Trygga torg\nPolisen ska synas.\n\n2. Trafik\nKommunen ska bygga farthinder."
    assert texts(page) == ["Polisen ska synas.", "Kommunen ska bygga farthinder."]
    assert perspectives(page) == ["Trygga torg", "Trafik"]


def test_items_that_lost_their_signs_are_bare_lines() -> None:
    page = "Löften för Tuna\nVi lovar:\nSynas mer\nMinst sex kontroller\n\nKontakt\nRing 114 14"
    assert texts(page) == ["Synas mer", "Minst sex kontroller"]


def test_a_heading_without_a_colon_may_stand_over_bare_lines_too() -> None:
    page = "Löften för Tuna\n\nDet här ska vi göra\nFotpatrullering\nMedborgardialog\n\nKontakt"
    assert texts(page) == ["Fotpatrullering", "Medborgardialog"]


def test_names_below_a_list_are_no_item() -> None:
    assert texts("Vi lovar\nSynas mer i byarna\n\nAnna Ek      Bo Al\nOrdförande      Chef") == [
        "Synas mer i byarna"
    ]


def test_a_label_says_what_is_a_promise() -> None:
    page = "Löften 2019\n\nProblem: Många kör fort.\nLöfte: Polisen mäter farten.\nEffekt: Färre kör fort."
    assert texts(page) == ["Polisen mäter farten."]


def test_an_umbrella_that_a_lead_in_spells_out_is_no_promise() -> None:
    page = "Polisen och Tuna kommun lovar att göra torget tryggare.\n\nSå här gör vi:\n• Polisen ska synas."
    assert texts(page) == ["Polisen ska synas."]


def test_an_umbrella_above_bare_items_is_a_promise() -> None:
    page = "Polisen lovar att arbeta för ett tryggare torg.\n\n• Polisen ska synas."
    assert texts(page) == ["Polisen lovar att arbeta för ett tryggare torg.", "Polisen ska synas."]


def test_umbrellas_that_divide_a_list_are_perspectives() -> None:
    page = (
        "Det här ska vi göra\n\nPolisen och kommunen lovar lugnare trafik.\n\nDet gör vi så här:\n"
        "• Polisen mäter farten."
        "\n\nPolisen och kommunen lovar färre inbrott.\n\nDet gör vi så här:\n• Kommunen sprider råd."
    )
    assert perspectives(page) == [
        "Polisen och kommunen lovar lugnare trafik.",
        "Polisen och kommunen lovar färre inbrott.",
    ]


def test_themes_are_perspectives_and_promisors_and_years_are_not() -> None:
    page = "Löften 2019\n\nTrafik\n\nPolisen lovar att:\n• mäta farten\n\nMedborgarlöfte 2018\n• synas mer"
    assert perspectives(page) == ["Trafik", None]


def test_running_text_gives_a_promise_a_sentence() -> None:
    page = "Så här gör vi\n\nPolisen ska synas. Syftet är att knyta kontakter. Kommunen röjer också sly."
    assert texts(page) == [
        "Polisen ska synas. Syftet är att knyta kontakter.",
        "Kommunen röjer också sly.",
    ]


def test_another_party_in_the_same_sentence_makes_another_promise() -> None:
    page = "I löftet förbinder sig polisen att mäta farten, medan kommunen ska röja sly."
    assert texts(page) == ["I löftet förbinder sig polisen att mäta farten,", "medan kommunen ska röja sly."]
    assert parties(page) == ["police", "municipality"]


def test_a_new_subject_in_an_item_starts_a_promise_and_more_about_the_first_does_not() -> None:
    page = "Löftena är:\n• Polisen ska synas. Det bör ske på helger. Kommunen ska röja sly."
    assert texts(page) == ["Polisen ska synas. Det bör ske på helger.", "Kommunen ska röja sly."]


def test_what_was_promised_is_read_from_a_follow_up_and_the_outcome_is_not() -> None:
    page = (
        "Uppföljning av löftena 2017\n\nPolisen lovade tio kontroller. Kommunen skulle röja sly.\n\n"
        "Resultat\n\n• Polisen har gjort tolv kontroller.\n• Sly har röjts."
    )
    assert texts(page) == ["Polisen lovade tio kontroller.", "Kommunen skulle röja sly."]


def test_news_retell_and_quotations_promise_only_by_name() -> None:
    page = (
        "Nytt löfte i Tuna\n\nI löftet lovar polisen att mäta farten.\n\n"
        "– Vi ska jobba hårt, säger polischefen.\n\n– Kommunen ska röja sly i maj, säger kommunalrådet."
    )
    assert parties(page) == ["police", "municipality"]


def test_several_years_on_a_page_are_all_read_once_each() -> None:
    item = "• Polisen ska synas.\n"
    page = f"Medborgarlöfte 2021\n{item}{item}\nMedborgarlöfte 2019\n{item}"
    assert texts(page) == ["Polisen ska synas.", "Polisen ska synas."]


def test_page_furniture_and_signatures_are_no_promises() -> None:
    page = (
        "Sök\nStäng Meny\n\nTuna – medborgarlöften\n\nPolisen ska:\n• synas mer\n\nLadda ner löftet\n"
        "Lokalpolisområdeschef\nUppdaterad den 2 maj 2020\nTill toppen"
    )
    assert texts(page) == ["synas mer"]


def test_a_last_item_broken_off_is_kept_where_its_act_can_be_read() -> None:
    assert texts("Vi lovar:\n• Röja sly.\n• Genom olika") == ["Röja sly."]
    assert texts("Vi lovar:\n• Röja sly.\n• Polisen mäter far") == ["Röja sly.", "Polisen mäter far"]


def test_glued_words_do_not_hide_a_promise() -> None:
    assert texts("Vi lovar:\n•Synas mer.Syftet är att hindrabrott\n•Rójasly") == [
        "Synas mer.Syftet är att hindrabrott",
        "Rójasly",
    ]
