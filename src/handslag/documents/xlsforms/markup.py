"""Words of XLSForms without what makes them bold, headings, links or coloured."""

import html
import re

_ESCAPED = re.compile(r"\\([\\*_#\[\]()<>])")
_ASIDE = 0xE000  # a sign that was written with \ before it is no markup: it waits in the private use area
_KEPT = re.compile("[\ue000-\ue07f]")
_LINK = re.compile(r"!?\[([^\[\]\n]+)\]\(\s*<?([^\s\[)>]+)>?(?:\s+[\"'][^\[\n]*?[\"'])?\s*\)")
_ANCHOR = re.compile(
    r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\s\"'>]+)[^<>]*>((?:(?!<a\b).)*?)</a\s*>", re.I | re.S
)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_BREAK = re.compile(r"(?<![ \t])[ \t]*<\s*/?(?:br|p|div|li|h[1-6]|tr)\b[^<>]*>[ \t]*\n?", re.I)
_TAG = re.compile(
    r"</?(?:span|font|b|i|u|s|em|strong|small|big|mark|sub|sup|center|ul|ol|table|td|th|code)\b[^<>]*>", re.I
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|quot|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});", re.I)
_HEADING = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|#{2,6}(?=\w))(.*?)[ \t]*#*$", re.M)
_BOLD = (
    re.compile(r"\*\*(?=\S)((?:(?!\*\*\S).)+?)(?<=\S)\*\*", re.S),
    re.compile(r"(?<![\w_])__(?=[^\s_])((?:(?!(?<![\w_])__[^\s_]).)+?)(?<=[^\s_])__(?![\w_])", re.S),
)
# between blanks and stops only: 3*4*5, elev*er and en_fil_till stay
_ITALIC = (
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\w_])"),
)


def plain(words: str) -> str:
    """The words without markup: `**fet**` is fet, `[a](b)` is a (b), a heading is a line of its own."""
    if not re.search(r"[*_#\[<&\\]", words):
        return words
    text = _ESCAPED.sub(lambda found: chr(_ASIDE + ord(found[1])), words)
    text = _ANCHOR.sub(lambda found: _linked(found[2], found[1]), text)
    text = _LINK.sub(lambda found: _linked(found[1], found[2]), text)
    text = _ADDRESS.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _HEADING.sub(r"\1", text)
    for pattern in (*_BOLD, *_ITALIC):
        text = pattern.sub(r"\1", text)
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = _KEPT.sub(lambda found: chr(ord(found[0]) - _ASIDE), text)
    return text.strip() if text != words else words


def _linked(words: str, address: str) -> str:
    """Words and where they led, unless they say it themselves."""
    plain_address = address.removeprefix("mailto:")
    return words if words.strip() in (address, plain_address) else f"{words} ({plain_address})"
