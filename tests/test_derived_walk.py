"""No derived value leaves or is read unmarked where no figure's table is: screen tables, drawn and live pictures, slides, the pack."""

import io
import json
import re
from functools import lru_cache

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from components import export, live, map_figures, pack_slides, pack_workbook, rank_firmness
from components.brief import Brief
from components.dataset import dataset
from components.register import PAGES
from indicators import merging, origin, profile
from indicators.selection import Selection
from tests.screens import opened
from tests.test_derived_marks import ADDRESSES, figures

UNIT, WHOLLY = "34-19", {"basis": "34", "period": "2023", "indicator": "dti", "unit": "34-19"}
NUMBER = re.compile(r"[+−-]?\d+[.,]\d{4}(?!\d)\*?")


@lru_cache(maxsize=4)
def brief(language: str) -> Brief:
    return Brief(UNIT, language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_table_of_all_figures(language):
    shown = opened("province", **{**ADDRESSES[0], "lang": language, "mode": "table"}).dataframe[0].value
    held = profile.standing(dataset(), UNIT).reset_index(drop=True)
    pairs = {"value": "status", "gap": "gap_status", "region_mean": "region_status", "mean": "mean_status", "change": "change_status"}  # fmt: skip
    for column, status in pairs.items():
        texts = shown[column].reset_index(drop=True)
        said = texts.fillna("").ne("") & held[column].notna()
        made = held[status].isin(merging.MADE)
        assert (said & made).any(), column
        assert texts[said & made].str.endswith("*").all(), column
        assert not texts[said & ~made].str.endswith("*").any(), column


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_table_of_similar_provinces(language):
    screen = opened("province", **{**ADDRESSES[0], "lang": language, "mode": "similar"})
    cells = screen.table[0].value
    census = dataset().say("province.conditions", language)
    assert census in "".join(part.value for part in screen.markdown)
    rows = cells.index.str.contains("2024|2022|2023")
    stars = cells.apply(lambda column: column.astype(str).str.endswith("*"))
    assert rows.any() and stars.to_numpy().any(), "population and income of merged provinces are derived"


@pytest.mark.parametrize("mode", ["sheet", "whatif", "goal", "editions", "own", "plan"])
def test_the_assessment_of_derived_values(mode):
    """Every value with the four decimals of the index that the page writes rests on derived ones; a scenario's own numbers do not."""
    more = {"scenario": "dti_society_activity:0.7", "goal": "rank:5", "mode": mode, "lang": "en"}
    screen = opened("assessment", **WHOLLY, **more)
    assert not screen.exception
    heading = [part.value for part in [*screen.caption, *screen.markdown] if "rank 23 of 34" in part.value]
    assert heading and "0.6551*" in heading[0]
    cards = [str(part.proto.body) for part in screen.get("html")]
    bare = [text for text in cards for found in NUMBER.findall(text) if not found.endswith("*")]
    assert not bare, bare[:1]
    if mode == "sheet":
        table = next(part.value for part in screen.markdown if "To the median" in part.value)
        assert [cell for cell in re.findall(r"\d+\.\d\*", table)]
    if mode == "whatif":
        assert all("derived" in one.label and "*" in one.label for one in screen.select_slider)


@pytest.mark.parametrize("page", PAGES)
def test_every_drawn_picture_writes_the_sign(page):
    for figure in figures(page, 1, "en"):
        columns = [name for name in figure.frame.columns if str(name).split("_")[0] == "status"]
        if columns and figure.frame[columns].isin(merging.MADE).any(axis=None):
            text = re.sub(r"<(title|desc)>.*?</\1>|aria-label=\"[^\"]*\"", "", export.drawn(figure), flags=re.DOTALL)
            assert "*" in "".join(re.findall(r">([^<]*)<", text)), f"{page}/{figure.id}"


@pytest.mark.parametrize("page", PAGES)
def test_live_pictures_get_the_sign(page):
    for figure in figures(page, 0, "vi"):
        if figure.live is None or "derived" not in figure.frame:
            continue
        held = json.loads(live.packed(figure, figure.live, False))
        cells = [
            live_column(part) for part in [*held["said"], *(held["frame"].get(one, []) for one in ("brief", "line"))]
        ]
        shown = figure.frame["derived"].astype(bool) & figure.frame["label"].ne("")
        for place in figure.frame.index[shown]:
            assert any("*" in str(column[place]) for column in cells if len(column) > place), f"{page}/{figure.id}"
        assert "*" in figure.alt or not shown.any(), f"{page}/{figure.id}"


def live_column(part: object) -> list:
    return [part["of"][place] for place in part["at"]] if isinstance(part, dict) else part


def test_the_live_list_gets_the_sign():
    chosen, _ = Selection.parse({**ADDRESSES[0], "lang": "en"}, dataset(), "map")
    figure = map_figures.list_figure(chosen)
    held = json.loads(live.packed(figure, figure.live, False))
    assert all(str(text).endswith("*") for text in live_column(held["frame"]["brief"]))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_packs_workbook_names_rule_and_parts(language):
    book = openpyxl.load_workbook(io.BytesIO(pack_workbook.xlsx(brief(language))))
    titles = [dataset().say(f"export.{name}", language) for name in origin.COLUMNS]
    for name in ("figures", "history"):
        sheet = pd.DataFrame(book[brief(language).say(f"sheet_{name}")].values)
        head = int(next(place for place, row in sheet.iterrows() if titles[0] in set(row)))
        held = sheet.iloc[head + 1 :].set_axis(sheet.iloc[head], axis=1)
        made = held[dataset().say("column.status", language)] == merging.DERIVED
        assert made.sum() > 3
        assert held.loc[made, titles[:2]].notna().all(axis=None), name
        assert not held.loc[~made & held[titles[1]].fillna("").ne("")].size, name


def test_the_packs_slides_and_their_notes():
    deck = Presentation(io.BytesIO(pack_slides.pptx(brief("en"))))
    values = {
        row.indicator: row for row in rank_firmness.joined(brief("en").standing, brief("en").selection).itertuples()
    }
    short = dataset().indicators["short_en"]
    marked = 0
    for slide in deck.slides:
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        for shape in (one for one in slide.shapes if one.has_table):
            for cells in ([cell.text for cell in row.cells] for row in list(shape.table.rows)[1:]):
                row = next((one for one in values.values() if cells[0].startswith(f"{short[one.indicator]} · ")), None)
                if row is None or len(cells) != 5:
                    continue
                assert cells[2].endswith("*") == (row.status == merging.DERIVED), cells
                assert cells[3].endswith("*") == (row.mean_status in merging.MADE and bool(cells[3])), cells
                if row.status == merging.DERIVED:
                    marked += 1
                    assert "derived from the merged parts" in notes and "Merge rule" in notes
    assert marked > 5
