"""Arguments of the command, and what is wrong with them in the reader's language."""

from __future__ import annotations

import argparse
import re
import sys
from itertools import pairwise
from typing import NoReturn

from indicators.load import load
from indicators.text import LANGUAGES

USAGE = 2
# What argparse says, and the sentence of text.csv that says the same; groups fill the names.
SAID = (
    (re.compile(r"the following arguments are required: (.+)"), "argument.missing", ("name",)),
    (re.compile(r"unrecognized arguments: (.+)"), "argument.not_known", ("name",)),
    (
        re.compile(r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)"),
        "argument.choice",
        ("name", "given", "known"),
    ),
)


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in the language that was asked for, Vietnamese where none was."""

    def error(self, message: str) -> NoReturn:
        """Print the reason and how the command is called; end with status 2."""
        self.print_usage(sys.stderr)
        print(reason(message, asked_language(sys.argv)), file=sys.stderr)
        raise SystemExit(USAGE)


def asked_language(given: list[str]) -> str:
    """Return the language that stands after --lang, else the first."""
    after = [next_one for one, next_one in pairwise(given) if one == "--lang"]
    return after[0] if after and after[0] in LANGUAGES else LANGUAGES[0]


def reason(message: str, language: str) -> str:
    """Return what argparse says as a sentence of a language; its own words where there is none."""
    for pattern, key, names in SAID:
        found = pattern.fullmatch(message)
        if found:
            return load().say(key, language, **dict(zip(names, found.groups(), strict=True)))
    return message
