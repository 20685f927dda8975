"""The documents say what is there: every table, page, command, setting and link."""

import argparse
import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.register import PAGES
from indicators import __main__ as command
from indicators.contract import package

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
TEXT = {".md", ".py", ".csv", ".json", ".toml", ".txt", ".psv", ".sh", ".lock", ".css", ".svg", ""}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
# Folders of one person's or one machine's own, and hosts that only a machine's package set-up names.
OF_A_MACHINE = re.compile(
    r"(?<![\w.:/%~*-])/(?:work|root|home|Users)/\w|--(?:extra-)?index-url|pip\.conf|/simple/|artifactory", re.IGNORECASE
)


def tracked() -> list[Path]:
    """Return the files of the project: those under version control, else all but what is made on the way."""
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = found.stdout.split("\0") if found.returncode == 0 and found.stdout else []
    if names:
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not {".venv", ".git"} & set(path.parts)]


FILES = tracked()
DOCUMENTS = [path for path in FILES if path.suffix == ".md"]


def anchors(text: str) -> set[str]:
    """Return the anchors of a document's headings as code hosts make them."""
    titles = re.findall(r"^#+\s+(.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def options(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, str]]:
    """Return command and option of everything that a command takes."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub, held in action.choices.items():
                yield sub, ""
                yield from options(held, sub)
        elif not isinstance(action, argparse._HelpAction):
            yield from ((name, option) for option in action.option_strings)


def test_the_guide_to_the_tables_names_every_column():
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for resource in package(ROOT / "data")["resources"]:
        part = text.split(f"### `{resource['path']}`")[1].split("\n### ")[0]
        for field in resource["schema"]["fields"]:
            assert f"| `{field['name']}`" in part, (resource["name"], field["name"])


@pytest.mark.parametrize("path", PAGES)
def test_the_guide_describes_every_page(dataset, path):
    heading = re.search(rf"^### .*\(`/{path}`\)$", GUIDE, re.MULTILINE)
    assert heading, f"no section for the page {path}"
    section = GUIDE[heading.end() :].split("\n#")[0].strip()
    assert len(section) > 100
    if PAGES[path].menu:
        for language in ("vi", "en"):
            assert dataset.say(PAGES[path].title_key, language) in heading.group()


@pytest.mark.parametrize(("name", "option"), list(options(command._parser())))
def test_the_guide_describes_every_command(name, option):
    lines = [line for line in GUIDE.splitlines() if f"python -m indicators {name}" in line]
    assert lines, f"the command {name} is not described"
    assert not option or any(option in line for line in lines), f"{name} takes {option}"


def test_the_guide_describes_the_export_command():
    path = ROOT / "export.py"
    if not path.exists():
        pytest.skip("no export.py yet")
    text = GUIDE + (ROOT / "README.md").read_text(encoding="utf-8")
    given = [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("add_argument", "add_parser") and node.args
        if isinstance(node.args[0], ast.Constant)
    ]
    assert "python export.py" in text
    assert not [name for name in given if name.startswith("-") and name not in text]


def test_every_setting_is_described():
    code = [
        path
        for path in FILES
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] not in ("tests", "tools", "bench")
    ]
    read = {
        name for path in code for name in re.findall(r"environ\S*\"(ATLAS_[A-Z_]+)\"", path.read_text(encoding="utf-8"))
    }
    assert read and not [name for name in read if f"`{name}`" not in GUIDE]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    text = path.read_text(encoding="utf-8")
    for link in LINK.findall(text):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), f"{link} leads nowhere"
        assert ROOT in target.parents, f"{link} leaves the project"
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), f"no heading {anchor}"


def test_no_file_knows_the_machine_it_was_made_on():
    wrong = []
    for path in FILES:
        if path.suffix not in TEXT or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if OF_A_MACHINE.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:90]}")
    assert not wrong, "\n".join(wrong)


def test_the_readme_opens_with_a_picture_and_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "![" in "\n".join(text.splitlines()[:4])
    for word in (
        "make run",
        "make test",
        "streamlit run app.py",
        "python -m indicators check",
        "Apache-2.0",
        "CC BY 3.0 IGO",
    ):
        assert word in text
    assert len(text.splitlines()) <= 75, "the README is one screen; the rest belongs in docs/guide.md"
