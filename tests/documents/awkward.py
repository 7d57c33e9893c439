"""Texts as people and programs hand them in, each with what must be readable wherever it is written."""

import re

# What was typed: what a reader of any file must still find, blanks and what cannot be seen left out.
AWKWARD = {
    "Familjen 👨‍👩‍👧‍👦 och 👩🏽‍🚒 kom": ("Familjen", "och", "kom"),
    "Punkt 1️⃣ och #️⃣ klara": ("Punkt", "och", "klara"),
    "Flaggan 🇸🇪🇺🇦 hissad ❤️": ("Flaggan", "hissad"),
    "\uf0b7 Punkt ur Word \ue123 slut": ("•PunkturWord", "slut"),
    "\ufeffBörjan\ufeff och slut": ("Börjanochslut",),
    "Ｈｅｌ　ｂｒｅｄｄ": (),
    "کوردیی ناوەندی: ێ ۆ ڵ ڕ ڤ": ("کوردیی", "ناوەندی", "ڵ"),
    "الشرطة 123 (abc).": ("الشرطة", "123", "abc"),
    "Ett\x00 två\x01 tre\x0bfyra\x1ffem\x7f sex": ("Etttvåtre", "fyra", "fem", "sex"),
    "Rad\u2028två\u2029tre\x85fyra\r\nfem\rsex": ("Rad", "två", "tre", "fyra", "fem", "sex"),
    "Halv \ud83d bokstav \ud83d\ude00 hel": ("Halv", "bokstav", "hel"),
    "lång" * 1250: ("lång" * 1250,),
    "Z̷̢̛͎a̸̗͝l̵͚͑go̸̹͝ text": ("text",),
    "Ingen \ufffe\uffff\ufdd0 sådan": ("Ingensådan",),
    "Vänd \u202eom \u2066inte": ("Vänd", "om", "inte"),
    "   \t ": (),
    "\u200b\u2060": (),
    "<b>fet</b> &amp; <!-- ]]>": ("<b>fet</b>&amp;<!--]]>",),
    '#let x = 1 $a$ \\ `y` @b #read("/etc/passwd")': ('#letx=1$a$\\`y`@b#read("/etc/passwd")',),
    "=HYPERLINK(A1) +46 -1 @SUM": ("HYPERLINK(A1)+46-1@SUM",),
    "'\"”»\\": ("'\"”»\\",),
    "中文 i Timrå": ("iTimrå",),
    "ትግርኛ och ไทย": ("ትግርኛ", "och", "ไทย"),
    "Kl. 18\x9620 \x93i dag\x94": ("Kl.18–20“idag”",),
}
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f]")


def seen(text: str) -> str:
    """A text without blanks, what cannot be seen and which way its brackets open (pypdf mixes them up)."""
    return _UNSEEN.sub("", text).replace("(", ")")


def lost(found: str) -> list[str]:
    """What of every awkward text is not in `found`; a word from the right may be read from either end."""
    whole = seen(found)
    parts = [seen(part) for parts in AWKWARD.values() for part in parts]
    return [part[:40] for part in parts if part not in whole and part[::-1] not in whole]
