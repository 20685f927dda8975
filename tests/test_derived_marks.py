"""No derived value is shown unmarked: every figure of every page, on screen, in words and in what leaves the screen."""

import io
import json
import re

import openpyxl
import pandas as pd
import pytest

from components import export, gallery, merger_words
from components.dataset import dataset
from components.register import PAGES
from indicators import merging, unit_facts, values
from indicators.selection import Selection
from indicators.values import values_frame

ADDRESSES = (
    {"basis": "34", "indicator": "dti", "period": "2022", "unit": "34-19", "units": "34-19,34-25", "y": "papi_egov"},
    {
        "basis": "34",
        "indicator": "papi_egov",
        "period": "2023",
        "from": "2022",
        "unit": "34-19",
        "units": "34-19,34-25",
    },
)
# The two pages with the slow pictures are drawn in one language and one address.
DRAWN = {"map": "en", "overview": "vi"}


def figures(page, address, language):
    """Return the figures of a page for an address, each built once."""
    chosen, _ = Selection.parse({**ADDRESSES[address], "lang": language}, dataset(), page)
    held = gallery.figures(page)
    # a strip of one indicator is a row of the strips
    return [build(chosen.but(figure=name)) for name, build in held.items() if not name.startswith("strip-")]


def marked(row: pd.Series, words: str, extra) -> bool:
    """Whether a row carries the sign or the word in what the picture writes, not only in its column of status."""
    texts = [str(cell) for name, cell in row.items() if not str(name).startswith("status") and isinstance(cell, str)]
    for frame in extra.values():
        if "line" in row and "line" in frame:
            texts += [str(cell) for cell in frame[frame["line"] == row["line"]].to_numpy().ravel()]
    return any("*" in text or words in text for text in texts)


def says_its_origin(figure, saved: pd.DataFrame) -> list[str]:
    """Return the columns of a file that should name rule and parts of derived values and do not."""
    wrong = []
    for column in [name for name in figure.frame.columns if str(name).split("_")[0] == "status"]:
        tail = column.removeprefix("status")
        made = figure.frame[column].reset_index(drop=True)
        held = saved.reindex(columns=[f"merge_rule{tail}", f"merge_parts{tail}"])
        if held[f"merge_rule{tail}"][made.isin(merging.MADE)].isna().any():
            wrong.append(f"merge_rule{tail}")
        if held[f"merge_parts{tail}"][made == merging.DERIVED].isna().any():
            wrong.append(f"merge_parts{tail}")
    return wrong


def unsigned_marks(figure) -> list[str]:
    """Return the words of derived means and other marks beside the values that lack the sign."""
    blocks = [frame for frame in figure.extra.values() if {"derived", "hover"} <= set(frame)]
    return [text for frame in blocks for text in frame["hover"][frame["derived"].astype(bool)] if "*" not in text]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("address", range(len(ADDRESSES)))
@pytest.mark.parametrize("page", PAGES)
def test_no_derived_value_is_shown_unmarked(page, address, language):
    data = dataset()
    word, sign = data.say("status.derived", language), data.say("merger.mark", language)
    for figure in figures(page, address, language):
        assert not unsigned_marks(figure), f"{page}/{figure.id}: marks beside the values without the sign"
        columns = [name for name in figure.frame.columns if str(name).split("_")[0] == "status"]
        rows = figure.frame[figure.frame[columns].isin(merging.MADE).any(axis=1)] if columns else figure.frame.iloc[:0]
        # a row without a label shows nothing: a difference of which one side is not known
        rows = rows[rows["label"] != ""] if "label" in rows else rows
        if rows.empty:
            continue
        bare = [index for index, row in rows.iterrows() if not marked(row, word, figure.extra)]
        assert not bare, f"{page}/{figure.id}: {len(bare)} derived rows without sign or word:\n{rows.loc[bare].head(3)}"
        assert figure.basis, f"{page}/{figure.id}: without a basis its rule cannot be named"
        assert sign in figure.notes, f"{page}/{figure.id}: no sentence about the sign"
        assert "*" in figure.alt, f"{page}/{figure.id}: its text alternative says nothing"
        text = json.dumps(figure.spec)
        assert "derived" in text or rows.astype(str).apply(lambda cell: cell.str.contains("*", regex=False)).any(
            axis=None
        )
        saved = pd.read_csv(io.BytesIO(export.csv(figure)), dtype=str, encoding="utf-8-sig")
        assert saved.isin(merging.MADE).any(axis=None), f"{page}/{figure.id}: the file does not say what is derived"
        bare = says_its_origin(figure, saved)
        assert not bare, f"{page}/{figure.id}: no rule or parts in the file: {bare}"


COUNTED = re.compile(r"(\d+) values are derived")


@pytest.mark.parametrize("address", range(len(ADDRESSES)))
@pytest.mark.parametrize("page", PAGES)
def test_a_text_alternative_counts_the_signs_that_are_drawn(page, address):
    for figure in figures(page, address, "en"):
        if {"label", "size"} <= set(figure.frame) and COUNTED.search(figure.alt):
            drawn = figure.frame["label"].astype(str).str.contains("*", regex=False)
            assert int(COUNTED.search(figure.alt)[1]) == drawn.sum(), f"{page}/{figure.id}"


def test_where_nothing_is_drawn_the_alternative_counts_nothing():
    given = {"basis": "34", "indicator": "dti", "period": "2024", "from": "2023", "lang": "en"}
    chosen, _ = Selection.parse(given, dataset(), "map")
    figure = gallery.build(chosen.but(figure="difference"))
    assert figure.frame["label"].eq("").all()
    assert figure.frame["status_earlier"].eq(merging.DERIVED).any()
    assert "derived" not in figure.alt


@pytest.mark.parametrize("name", ["moves", "difference"])
@pytest.mark.parametrize(("earlier", "later"), [("2022", "2023"), ("2023", "2024")])
def test_the_legend_of_changes_names_the_dots_that_are_drawn(name, earlier, later):
    """Also where only the earlier value is derived; none where nothing is drawn."""
    given = {"basis": "34", "indicator": "dti", "period": later, "from": earlier, "lang": "en"}
    chosen, _ = Selection.parse(given, dataset(), "map")
    figure = gallery.build(chosen.but(figure=name))
    named = figure.extra["legend"]["text"].str.contains(dataset().say("legend.derived", "en"), regex=False)
    drawn = (figure.frame["derived"] & figure.frame["size"].notna()).any()
    assert named.any() == drawn == ((name, later) != ("difference", "2024"))


@pytest.mark.parametrize("page", DRAWN)
def test_a_picture_that_leaves_the_screen_names_the_rule(page):
    language = DRAWN[page]
    for figure in figures(page, 1, language)[:2]:
        text = export.svg(figure).decode()
        rule = merger_words.rules(merger_words.derived_rows(figure.frame, figure.selection), figure.basis, language)[0]
        assert dataset().say("merger.mark", language).split(":")[0] in text
        assert rule.split(":")[0] in text


def test_the_bridge_stands_beside_what_it_verifies():
    chosen, _ = Selection.parse({**ADDRESSES[0], "lang": "en"}, dataset(), "map")
    notes = " ".join(gallery.build(chosen).notes)
    assert "largest gap 0.00007" in notes
    assert "do not compare with ranks among 63 provinces" in notes
    other, _ = Selection.parse({**ADDRESSES[1], "lang": "en"}, dataset(), "map")
    assert "unverified rule" in " ".join(gallery.build(other).notes)


def test_the_period_of_the_weights_is_said():
    chosen, _ = Selection.parse(
        {"basis": "34", "indicator": "egov_index_mic", "period": "2017", "lang": "en"}, dataset(), "map"
    )
    assert "figures of 2017 with weights of 2018" in " ".join(gallery.build(chosen).notes)


def test_published_values_are_plain():
    chosen, _ = Selection.parse({"basis": "34", "indicator": "dti", "period": "2024", "lang": "en"}, dataset(), "map")
    figure = gallery.build(chosen)
    assert "*" not in " ".join([figure.alt, *figure.notes, *figure.frame["label"]])


def test_a_unit_that_lacks_a_part_is_named():
    chosen, _ = Selection.parse(
        {"basis": "34", "indicator": "papi_egov", "period": "2024", "lang": "en"}, dataset(), "map"
    )
    assert "Phu Tho (no figure of Vinh Phuc)" in " ".join(gallery.build(chosen).notes)


def test_means_of_derived_values_are_marked_on_strips_lines_and_regions():
    chosen, _ = Selection.parse({**ADDRESSES[1], "lang": "en"}, dataset(), "province")
    marks = gallery.build(chosen.but(figure="others")).extra["means"]
    assert marks["derived"].any()
    assert not marks["derived"].all()
    assert (marks["hover"].str.contains("*", regex=False) == marks["derived"]).all()
    line = gallery.build(chosen.but(figure="trend")).frame
    mean = line[~line["own"]]
    assert mean["status"].eq(merging.OF_DERIVED).any()
    assert (mean["hover"].str.contains("*", regex=False) == mean["derived"]).all()
    other, _ = Selection.parse({**ADDRESSES[1], "lang": "en"}, dataset(), "compare")
    rows = gallery.build(other.but(figure="regions")).extra["rows"]
    assert rows["label"][rows["derived"]].str.contains("*", regex=False).all()
    assert rows["derived"].any()


def test_figures_by_name_bear_the_sign():
    chosen, _ = Selection.parse({**ADDRESSES[0], "lang": "en"}, dataset(), "map")
    found = unit_facts.field(dataset(), chosen)
    assert all(found[name].endswith("*") for name in ("mean", "first_value", "last_value", "spread"))
    found = unit_facts.field(dataset(), chosen.but(period="2024"))
    assert not any("*" in text for text in found.values())


def test_the_values_of_a_program_name_rule_parts_and_weights_when_asked():
    data = dataset()
    plain, whole = (values_frame(data, "papi_egov", "34", "2023", parts=parts) for parts in (False, True))
    assert list(plain.columns) == values.COLUMNS
    pd.testing.assert_frame_equal(whole[values.COLUMNS], plain)
    row = whole.set_index("unit").loc["34-19"]
    parts = merging.parts(data, "34").of["34-19"]
    assert row["merge_rule"] == merging.rule_of(data, "papi_egov") == "weighted_mean"
    assert [one.split(" = ")[0] for one in row["merge_parts"].split("; ")] == list(parts)
    name, _, weights = row["merge_weights"].partition(": ")
    assert name.startswith("population ")
    numbers, weighed = (
        [float(one.split(" = ")[1]) for one in cell.split("; ")] for cell in (row["merge_parts"], weights)
    )
    mean = sum(one * other for one, other in zip(numbers, weighed, strict=True)) / sum(weighed)
    assert mean == pytest.approx(row["value"])
    assert (whole["merge_rule"] == "").equals(whole["status"] != merging.DERIVED)


def test_a_workbook_has_a_sheet_of_parts():
    chosen, _ = Selection.parse({**ADDRESSES[1], "lang": "en"}, dataset(), "map")
    book = openpyxl.load_workbook(io.BytesIO(export.xlsx(gallery.build(chosen))))
    assert dataset().say("merger.panel", "en")[:31] in book.sheetnames
    sheet = pd.DataFrame(book[dataset().say("merger.panel", "en")[:31]].values)
    assert {"Part", "Weight", "Period of the weight"} <= set(sheet.iloc[0])
