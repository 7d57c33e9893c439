"""Words in several languages, and which of them a person is shown.

A language is a BCP 47 tag. Lättläst Swedish is `sv-simple` (the registered variant for simplified
language), so that an easy text is one more column of translation and nothing else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

EASY = "sv-simple"
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}

# tag: (own name, English name). What the editor offers; a file may bring others of the same shape.
LANGUAGES: dict[str, tuple[str, str]] = {
    "sv": ("svenska", "Swedish"),
    EASY: ("lättläst svenska", "Easy Swedish"),
    "en": ("English", "English"),
    "ar": ("العربية", "Arabic"),
    "so": ("soomaali", "Somali"),
    "fa": ("فارسی", "Persian"),
    "prs": ("دری", "Dari"),
    "ti": ("ትግርኛ", "Tigrinya"),
    "ckb": ("کوردیی ناوەندی", "Sorani"),
    "kmr": ("kurmancî", "Kurmanji"),
    "uk": ("українська", "Ukrainian"),
    "ru": ("русский", "Russian"),
    "fi": ("suomi", "Finnish"),
    "pl": ("polski", "Polish"),
    "es": ("español", "Spanish"),
    "fr": ("français", "French"),
    "de": ("Deutsch", "German"),
    "tr": ("Türkçe", "Turkish"),
    "th": ("ไทย", "Thai"),
    "se": ("davvisámegiella", "Northern Sami"),
    "sma": ("åarjelsaemien", "Southern Sami"),
    "fit": ("meänkieli", "Meänkieli"),
}


@dataclass(frozen=True, slots=True)
class Texts:
    """The same words in several languages, the survey's first language first. Empty words are left out."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, words: Mapping[str, str], order: Iterable[str] = ()) -> "Texts":
        """`words` per language, in the `order` of the survey's languages; others follow as they come."""
        tags = [*(tag for tag in order if tag in words), *words]
        return cls(tuple((tag, words[tag]) for tag in dict.fromkeys(tags) if words[tag]))

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def language_for(self, language: str) -> str:
        """The language that is shown to somebody who reads `language`; "" when there are no words.

        The language itself; else what it is a variant of (`sv` for `sv-simple`); else the first.
        A page sets it as `lang` of the words (WCAG 3.1.2).
        """
        known = [tag for tag, _ in self.pairs]
        wanted = (language, language.partition("-")[0], *known, "")
        return next(tag for tag in wanted if tag in known or not tag)

    def say(self, language: str) -> str:
        """The words for somebody who reads `language`, as `language_for` chooses; "" without any."""
        return dict(self.pairs).get(self.language_for(language), "")

    def has(self, language: str) -> bool:
        """Whether the words exist in exactly `language`."""
        return language in dict(self.pairs)

    def saying(self, language: str, words: str, order: Iterable[str]) -> "Texts":
        """The same with `words` in `language`; without the language when they are empty."""
        return Texts.of({**self.words(), language: words}, order)

    def words(self) -> dict[str, str]:
        """Language → words."""
        return dict(self.pairs)


NO_WORDS = Texts()


def direction(language: str) -> str:
    """ "rtl" for languages written from the right, else "ltr": the `dir` of a page or a passage."""
    tag = language.lower()
    return "rtl" if tag in _RIGHT_TO_LEFT or tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def own_name(language: str) -> str:
    """What its speakers call it; the tag itself when we do not know."""
    return LANGUAGES.get(language, (language, ""))[0]
