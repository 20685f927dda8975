"""The figures of one locality: all of them, in groups, each with what it counts; bounds, years and shares as the source has them."""

import pytest

from components import gallery, local_cards, local_figures, theme
from components.dataset import dataset as loaded
from indicators.selection import Selection

UNIT, ARTICLE, COUNT = "63-06", "vietnamnet-2024-11-25", 44


def held(language: str = "vi"):
    chosen, _ = Selection.parse({"unit": UNIT, "lang": language}, loaded(), "province")
    return local_figures.own_figure(chosen).frame.set_index("indicator")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_figure_of_the_article_is_there(language):
    rows = held(language)
    rows = rows[rows["source"] == ARTICLE]
    assert len(rows) == COUNT
    assert (rows["group"] != "").all() and (rows["title"] != "").all() and (rows["label"] != "").all()
    assert (rows["counts"] != "").all()


def test_nearly_is_an_upper_bound():
    rows = held()
    assert rows.at["local_email_usage_share", "label"] == "gần 85\u00a0%"
    assert rows.at["local_trainees_youth", "label"].startswith("gần 800")
    assert rows.loc[["local_email_usage_share", "local_trainees_youth"], "bound"].all()
    assert rows["bound"].sum() == 2


def test_a_year_is_no_amount():
    rows = held()
    assert rows.at["local_scheme_orientation_year", "label"] == "năm 2030"
    assert held("en").at["local_paperless_meeting_session_no", "label"] == "no. 16"


def test_parts_of_a_whole_say_so():
    rows = held()
    assert rows.at["local_certificates_org", "amount"] == "1.146"
    assert rows.at["local_certificates_org", "measured"].startswith("trên 6.019")
    two = rows.loc[["local_certificates_org", "local_certificates_personal"], "part"]
    assert two.sum() == pytest.approx(1)
    assert "dịch vụ công trực tuyến" in rows.at["local_full_online_services_share", "counts"]
    assert "văn bản mật" in rows.at["local_e_documents_share", "counts"]


def test_unverified_figures_bear_the_word():
    rows = held("en")
    assert (rows.loc[["index_766"], "status"] == "unverified").all()
    card = local_cards.card(rows.loc[["index_766"]].iloc[0].to_dict(), "en", shared=False)
    assert "unverified" in card["under"]


def test_cards_are_escaped_and_a_bound_is_drawn_apart():
    row = {
        "title": "<b>",
        "amount": "1",
        "measured": "&",
        "counts": "",
        "under": "",
        "url": "",
        "part": 0.85,
        "bound": True,
    }
    made = local_cards.markup([row], theme.LIGHT)
    assert "<b>" not in made and "&lt;b&gt;" in made
    assert "part bound" in made and "width:85.0%" in made


def test_a_group_is_a_picture_of_its_own():
    chosen, _ = Selection.parse({"unit": UNIT, "figure": "local-society"}, loaded(), "province")
    figure = gallery.build(chosen)
    assert set(figure.frame["group"]) == {"society"}
    assert figure.sources == (ARTICLE,)


def test_groups_of_cards_fill_two_columns_evenly_and_keep_their_order():
    heights = {"a": 470, "b": 200, "c": 210, "d": 120, "e": 150, "f": 60, "g": 480}
    sides = local_cards.shared_out(heights)
    assert list(sides) == list(heights)
    left, right = (sum(heights[name] for name, side in sides.items() if side == at) for at in (0, 1))
    assert abs(left - right) < min(heights.values()) * 1.5
