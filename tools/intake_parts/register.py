"""The register of sources: one row for each address, and for each file inside a repository."""

import re
from hashlib import sha1
from urllib.parse import unquote, urlparse

from intake_parts.reading import slug, table

ARTICLE = 'VietNamNet, Vũ Nhật, 25/11/2024: "Bộ TT&TT khẳng định vai trò dẫn dắt chuyển đổi số"'
LAW_SITES = ("luatvietnam", "thuvienphapluat", "thukyluat", "vietnamlawmagazine")
COPY_SITES = ("github.com", "huggingface.co", "pypi.org")


class Register:
    """Collects the sources that rows name and gives each a stable id."""

    def __init__(self) -> None:
        """Start empty."""
        self.rows: dict[tuple[str, str], dict[str, str]] = {}
        self.ids: set[str] = set()
        self.publishers = table("publishers")
        self.titles = table("source_titles")

    def add(self, url: str, title: str = "", date: str = "", detail: str = "", status: str = "") -> str:
        """Return the id of the source at this address, entering it when new."""
        if not url:
            return ""
        row = self.rows.get((url, detail))
        if row is None:
            row = self.rows[url, detail] = self._new(url, detail)
        if title and row["title_made"]:
            row |= {"title": title, "title_made": ""}
        elif title and title != row["title"] and title not in row["title"] and len(row["title"]) < 300:
            row["title"] += f"; {title}"
        row["date"] = min(filter(None, (row["date"], date)), default="")
        row["official"] = row["official"] or ("yes" if status == "official" else "")
        return row["source"]

    def _new(self, url: str, detail: str) -> dict[str, str]:
        if not url.startswith("http"):
            return self._article(url)
        site = urlparse(url).hostname or ""
        site = re.sub(r"^(www|m|en|amp)\.", "", site)
        path = unquote(urlparse(url).path).rstrip("/")
        last = re.sub(
            r"\.(html?|aspx|csv|epi|vov|vnp|amp|print|htm|chn|ldo|antd|rss|vna|gd|tld|amp)$", "", path.split("/")[-1]
        )
        made = re.sub(r"[-_]+", " ", re.sub(r"[-_](post|[a-z]{1,3})?\d*[a-z]?\d{5,}\w*$", "", last)).strip()
        if len(slug(made)) < 8:
            made = site
        made = re.sub(r"^\d{5,} | \d{5} \d{3}$", "", made)
        base = slug(re.sub(r"\.(com|net|org|gov)?\.?(vn|com|net|org|cc|io)$", "", site))
        if site in COPY_SITES:
            base = slug("-".join(path.split("/")[1:3])).removeprefix("datasets-")
        name = f"{base[:24].strip('-')}-{sha1((url + detail).encode(), usedforsecurity=False).hexdigest()[:5]}"
        title = self.titles.get(url, [made[:1].upper() + made[1:]])[0]
        return self._row(name, title, site, url, detail, self._kind(site))

    def _row(self, name: str, title: str, site: str, url: str, detail: str, kind: str) -> dict[str, str]:
        if name in self.ids:
            raise SystemExit(f"two sources would be called {name}")
        self.ids.add(name)
        publisher = next(
            (row[0] for key, row in self.publishers.items() if site == key or site.endswith("." + key)), site
        )
        via = "copy" if kind == "dataset_copy" else "page"
        return {
            "source": name,
            "title": title,
            "publisher": publisher,
            "date": "",
            "url": url,
            "read_via": via,
            "kind": kind,
            "detail": detail,
            "terms": "not stated",
            "title_made": "yes",
            "official": "",
        }

    def _article(self, citation: str) -> dict[str, str]:
        if without := re.fullmatch(r"\(page without address: '(.+)'\)", citation):
            return self._titled(without[1])
        if not citation.startswith("VietNamNet, Vũ Nhật"):
            raise SystemExit(f"a source without address: {citation}")
        row = self._row(
            "vietnamnet-2024-11-25", "Bộ TT&TT khẳng định vai trò dẫn dắt chuyển đổi số", "", "", "", "press"
        )
        cited = "Vũ Nhật, VietNamNet, 25/11/2024; address not known, cited in full"
        return row | {
            "publisher": "VietNamNet",
            "date": "2024-11-25",
            "read_via": "citation",
            "title_made": "",
            "detail": cited,
        }

    def cite(self, name: str, title: str, detail: str, url: str = "") -> str:
        """Return the id of a source put together from several files, which its detail names."""
        if (name, "") not in self.rows:
            row = self._row(name, title, "", url, detail, "dataset_copy")
            self.rows[name, ""] = row | {"publisher": "GitHub, PyPI", "title_made": ""}
        return name

    def _titled(self, title: str) -> dict[str, str]:
        name = f"{slug(title)[:24].strip('-')}-{sha1(title.encode(), usedforsecurity=False).hexdigest()[:5]}"
        row = self._row(name, title, "", "", "page known by its title only, address not noted", "other")
        return row | {"publisher": "not noted", "read_via": "citation", "title_made": ""}

    def _kind(self, site: str) -> str:
        if site in COPY_SITES:
            return "dataset_copy"
        if any(name in site for name in LAW_SITES):
            return "law"
        if site in ("dti.gov.vn", "mic.gov.vn", "english.mic.gov.vn"):
            return "ministry"
        return "government_page" if site.endswith(".gov.vn") else "press"

    def table(self) -> list[dict[str, str]]:
        """Return the register in order of id."""
        return sorted(self.rows.values(), key=lambda row: row["source"])
