"""Sentences by key, in a language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGES = ("vi", "en")


class Words:
    """The sentences of data/text.csv."""

    def __init__(self, table) -> None:
        """Hold the table text.csv (columns key, vi, en)."""
        self._by_language: Mapping[str, Mapping[str, str]] = MappingProxyType(
            {language: dict(zip(table["key"], table[language], strict=True)) for language in LANGUAGES}
            if len(table)
            else {language: {} for language in LANGUAGES}
        )

    def has(self, key: str) -> bool:
        """Return whether a sentence of this key exists."""
        return key in self._by_language[LANGUAGES[0]]

    def say(self, key: str, language: str, /, **names: object) -> str:
        """Return the sentence of a key in a language with its {names} filled in; the key itself when it is unknown."""
        sentence = self._by_language[language].get(key, "")
        if not sentence:
            return key
        return sentence.format(**names) if names else sentence
