"""Messages and pages saved in one file: read like what they hold, and files of other programs are named."""

import plistlib

import pytest

from handslag.documents.texts import taken_of, text_of
from handslag.domain.errors import BadInput
from handslag.domain.reading.finds import Unread, UnreadKind
from tests.documents.files import packed

LETTER = """Return-Path: <a@example.se>
From: A <a@example.se>
Subject: =?utf-8?Q?L=C3=B6ften?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: multipart/alternative; boundary="y"

--y
Content-Type: text/plain; charset=utf-8

Bara text
--y
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<ul><li>g=E5 ut<li>pra=
ta</ul>
--y--
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename=bilaga.pdf

x
--x--
"""
SAVED_PAGE = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.se/
Subject: Titel
MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<p>L=C3=B6fte
--b
Content-Type: image/png
Content-Location: https://example.se/a.png

x
--b--
"""
PLAIN = "From: a@example.se\nSubject: Hej\nMIME-Version: 1.0\nContent-Type: text/plain\n\nPolisen"


def test_a_message_is_its_subject_and_its_page_and_names_what_came_with_it() -> None:
    assert taken_of(LETTER.encode(), "brev.eml") == (
        "Löften\n\n• gå ut\n• prata",
        (Unread(UnreadKind.EMBEDDED, "bilaga.pdf"),),
    )


@pytest.mark.parametrize("name", ["brev.eml", "brev.txt", "-"])
def test_a_message_is_told_by_its_content(name: str) -> None:
    assert text_of(PLAIN.encode(), name) == "Hej\n\nPolisen"


@pytest.mark.parametrize("name", ["sida.mhtml", "sida.mht", "sida.doc"])
def test_a_page_saved_in_one_file_is_read(name: str) -> None:
    assert taken_of(SAVED_PAGE.replace("\n", "\r\n").encode(), name) == ("Löfte", ())


def test_a_page_saved_by_safari_is_read() -> None:
    page = {"WebMainResource": {"WebResourceData": "<p>Löfte".encode(), "WebResourceMIMEType": "text/html"}}
    assert text_of(plistlib.dumps(page, fmt=plistlib.FMT_BINARY), "sida.webarchive") == "Löfte"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("brev.eml", b"From: a\nMIME-Version: 1.0\nContent-Type: application/pdf\n\nx", "mail_broken"),
        ("sida.webarchive", plistlib.dumps({"x": 1}, fmt=plistlib.FMT_BINARY), "mail_broken"),
        ("brev.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "file_outlook"),
        ("a.odt", packed({"mimetype": "x", "META-INF/manifest.xml": "x"}), "file_odt"),
        ("a.fodt", b"<?xml version='1.0'?>\n<office:document/>", "file_odt"),
        ("a.pages", packed({"Index/Document.iwa": "x"}), "file_pages"),
        ("a.xml", b"<?xml version='1.0'?><?mso-application progid='x'?><pkg:package/>", "file_word_xml"),
        ("a.html", b"<html><frameset><frame src=a.html></frameset></html>", "html_frames"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(name: str, data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        text_of(data, name)
    assert refused.value.code == code
