"""What the data page says of the figures: coverage, kinds of sources, conflicts, search, documents, files."""

import io
import zipfile

import pandas as pd
import pytest

from indicators import archive, catalogue, conflicts, coverage, documents


@pytest.fixture(params=["63", "34"])
def basis(request, dataset) -> str:
    assert request.param in dataset.bases
    return request.param


def test_coverage_counts_each_unit_once(dataset, basis):
    held = coverage.counts(dataset, basis)
    of = len(dataset.units_of(basis))
    assert not held.duplicated(["indicator", "year"]).any()
    assert ((held["units"] + held["derived"]) <= of).all()
    rows = dataset.observations[dataset.observations["basis"] == basis]
    indicator, period = rows["indicator"].iloc[0], rows["period"].iloc[0]
    year = coverage.year_of(period)
    mine = rows[(rows["indicator"] == indicator) & (rows["period"].map(coverage.year_of) == year)]
    counted = held[(held["indicator"] == indicator) & (held["year"] == year)]
    assert counted["units"].item() == mine["unit"].nunique()


def test_the_index_is_complete_where_it_is_published(dataset):
    grid = coverage.grid(dataset, "63").set_index(["indicator", "year"])
    assert grid.loc[("dti", 2022), "units"] == 63 and grid.loc[("dti", 2022), "class"] == len(coverage.SHARES)
    assert 0 < grid.loc[("dti", 2021), "units"] < 63


def test_derived_figures_are_counted_apart(dataset):
    grid = coverage.grid(dataset, "34").set_index(["indicator", "year"])
    assert tuple(grid.loc[("dti", 2022), ["units", "derived"]]) == (0, 34)
    assert tuple(grid.loc[("dti", 2024), ["units", "derived"]]) == (34, 0)


def test_a_year_without_figures_is_none_not_a_share(dataset, basis):
    grid = coverage.grid(dataset, basis)
    empty = grid[(grid["units"] + grid["derived"] == 0) & (grid["nation"] == 0)]
    assert len(empty) and set(empty["class"]) == {coverage.NONE}
    counts = grid.groupby("indicator").size()
    assert counts.nunique() == 1, "every indicator has every year"


def test_every_indicator_with_a_figure_is_in_its_topic(dataset, basis):
    rows = dataset.observations
    held = set(rows.loc[rows["basis"].isin([basis, "nation"]), "indicator"])
    shown = set()
    for topic in dataset.indicators["topic"].unique():
        shown |= set(coverage.grid(dataset, basis, topic)["indicator"])
    assert held <= shown


def test_statuses_add_up(dataset):
    held = coverage.statuses(dataset)
    assert held["count"].sum() == len(dataset.observations)
    assert held["share"].sum() == pytest.approx(1)
    assert held["status"].iloc[0] == "official"


def test_conflicts_hold_all_sources(dataset):
    rows = conflicts.figures(dataset)
    mean = rows[(rows["indicator"] == "dti_province_mean") & (rows["period"] == "2020")]
    assert set(mean["value"]) == {0.3026, 0.326} and mean["preferred"].iloc[0] == "yes"
    assert conflicts.differing(rows)[mean.index].all()
    assert (dataset.tables["observations"]["preferred"] == "no").sum() == (rows["preferred"] == "no").sum()


def test_two_targets_of_two_documents_stand_side_by_side(dataset):
    rows = conflicts.targets(dataset)
    rank = rows[(rows["indicator"] == "egdi_rank") & (rows["period"] == "2025")]
    assert dict(zip(rank["document"], rank["value"], strict=True)) == {"749/QĐ-TTg": 70, "942/QĐ-TTg": 50}


def test_search_needs_no_diacritics(dataset):
    for typed in ("hồ sơ trực tuyến", "ho so truc tuyen", "HO SO TRUC TUYEN"):
        assert "online_dossier_share" in catalogue.found(dataset, typed)
    assert len(catalogue.found(dataset, "ho so")) < len(dataset.indicators) / 4
    assert catalogue.found(dataset, "digital_economy_gdp_share")[0].startswith("digital_economy_gdp_share")
    assert len(catalogue.found(dataset)) == len(dataset.indicators)
    assert catalogue.found(dataset, "zzzz") == []
    assert set(catalogue.found(dataset, topic="pillar")) == {"dti_government", "dti_economy", "dti_society"}
    assert "vietnamnet-2024-11-25" in catalogue.sources_found(dataset, "vietnamnet")


def test_every_source_that_is_cited_is_counted(dataset):
    uses = catalogue.uses(dataset)
    assert uses.index.equals(dataset.sources.index) and uses["vietnamnet-2024-11-25"] >= 44


def test_the_archive_holds_every_table_as_it_stands(dataset):
    body = archive.packed(dataset.folder)
    assert body == archive.packed(dataset.folder), "equal tables make equal bytes"
    with zipfile.ZipFile(io.BytesIO(body)) as held:
        assert set(held.namelist()) == {path.name for path in archive.members(dataset.folder)}
        assert held.read("observations.csv") == (dataset.folder / "observations.csv").read_bytes()
        assert len(pd.read_csv(io.BytesIO(held.read("units.csv")))) == len(dataset.units)
        assert "datapackage.json" in held.namelist()


def test_a_document_is_read_in_its_language(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "DOCS", tmp_path)
    (tmp_path / "one.md").write_text(
        "<!-- vi -->\n# Một\n\n<!-- en -->\n# One [two](../two.md) [web](https://a.vn)\n", "utf-8"
    )
    (tmp_path / "three.md").write_text("# Ba\n\n## Tiếng Việt\n\nA\n\n### Nhỏ\n\n## English\n\nB\n", "utf-8")
    assert (documents.read("three", "vi"), documents.read("three", "en")) == ("A\n\n### Nhỏ", "B")
    (tmp_path / "two.en.md").write_text("# English", "utf-8")
    (tmp_path / "two.md").write_text("# Chung", "utf-8")
    assert documents.read("one", "vi") == "# Một"
    assert documents.read("one", "en") == "# One two [web](https://a.vn)"
    assert (documents.read("two", "en"), documents.read("two", "vi")) == ("# English", "# Chung")
    assert documents.read("none", "vi") == ""
