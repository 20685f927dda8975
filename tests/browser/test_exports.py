"""Files in a real browser: a figure's panel gives them, the pack's button shows its progress and saves a ZIP, pages embed."""

import html
import io
import re
import zipfile

import openpyxl
from PIL import Image

from components.register import PAGES

LONG = 90_000
SIZES = ((1280, 720), (390, 844))


def saved(page, label: str) -> tuple[str, bytes]:
    """Press a button and return name and bytes of the file that it gives."""
    with page.expect_download(timeout=LONG) as waited:
        page.get_by_role("button", name=label, exact=True).first.click()
    return waited.value.suggested_filename, waited.value.path().read_bytes()


def test_the_panel_of_a_figure_gives_its_files_and_the_lines_to_embed(open_page, dataset, server):
    page = open_page("/province?unit=34-19&lang=en")
    page.get_by_role("button", name=dataset.say("figure.open", "en")).first.click()
    name, body = saved(page, dataset.say("figure.png", "en"))
    assert re.fullmatch(r"province-[a-z0-9-]+-report\.png", name)
    with Image.open(io.BytesIO(body)) as opened:
        assert opened.size[0] > 1600
    name, body = saved(page, dataset.say("figure.xlsx", "en"))
    assert name.endswith(".xlsx") and len(openpyxl.load_workbook(io.BytesIO(body)).sheetnames) == 3
    page.get_by_text(dataset.say("export.embed", "en")).first.click()
    code = page.locator("code").filter(has_text="<iframe").first
    code.wait_for()
    address = html.unescape(re.search(r'src="([^"]+)"', code.inner_text())[1])
    assert address.startswith(f"{server}/province?") and address.endswith("&embed=true") and "unit=34-19" in address


def test_the_pack_is_made_with_its_progress_shown_and_opens(open_page, dataset):
    page = open_page("/province?unit=34-19&lang=vi")
    page.get_by_role("button", name=dataset.say("pack.button", "vi")).first.click()
    page.get_by_role("button", name=dataset.say("pack.make", "vi")).first.click()
    page.get_by_role("progressbar").first.wait_for(timeout=LONG)
    page.get_by_role("button", name=dataset.say("pack.save", "vi")).wait_for(timeout=LONG)
    name, body = saved(page, dataset.say("pack.save", "vi"))
    with zipfile.ZipFile(io.BytesIO(body)) as opened:
        assert opened.testzip() is None
        endings = {one.rsplit(".", 1)[-1] for one in opened.namelist()}
        assert {"pdf", "pptx", "xlsx", "txt", "png", "svg", "ttf"} <= endings
    assert re.fullmatch(r"atlas-thai-nguyen-34-19-vi-[\d-]+\.zip", name)


def test_every_page_embeds_without_menu_and_footer(open_page, dataset, server):
    paths = [name for name in PAGES if PAGES[name].menu]
    page = open_page(f"/{paths[0]}?lang=vi")
    page.locator(".st-key-menu").wait_for()
    foot = dataset.say("frame.footer", "en", version=dataset.version)
    for name in paths:
        page.goto(f"{server}/{name}?lang=en&embed=true")
        page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=LONG)
        page.locator("h1, h2, h3, canvas, svg.marks").first.wait_for(timeout=LONG)
        assert "embed=true" in page.url, "the form of the link is kept"
        assert not page.locator(".st-key-menu").count() and not page.get_by_text(foot[:30]).count()
        for size in SIZES:
            page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0] + 1
