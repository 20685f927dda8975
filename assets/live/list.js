// The ordered list of a screen: one bar a unit, best first, its value written, the mean as a line with its name.
// It draws the datasets that the exported picture is made of (components/ranking.py): frame and mean.
import { hover, node, rows, styled } from "./shared.js";

styled("list", `
.atlas-list { position: relative; height: 100%; overflow-y: auto; font: 400 13px/21px var(--st-font); color: var(--st-text-color); scrollbar-width: thin; }
.atlas-list .head { position: sticky; top: 0; z-index: 2; height: 20px; background: var(--st-background-color); }
.atlas-list .head span { position: absolute; transform: translateX(-50%); white-space: nowrap; font-size: 11.5px; line-height: 18px; }
.atlas-list [role=listbox] { position: relative; outline-offset: -3px; }
.atlas-list [role=option] { display: grid; grid-template-columns: minmax(96px, var(--names)) 1fr auto; column-gap: 8px; height: 21px; cursor: pointer; border-radius: 4px; }
.atlas-list .line { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: right; }
.atlas-list .track { position: relative; }
.atlas-list .bar { position: absolute; top: 4px; height: 13px; min-width: 1px; box-sizing: border-box; border: .7px solid; }
.atlas-list .value { width: 66px; text-align: right; padding-right: 4px; font-variant-numeric: tabular-nums; }
.atlas-list .hovered { background: var(--st-secondary-background-color); }
.atlas-list .active { outline: 2px solid #2f7fd0; outline-offset: -2px; }
.atlas-list [aria-selected=true] { font-weight: 700; }
.atlas-list .mean { position: absolute; top: 20px; bottom: 2px; width: 0; border-left: 1.2px dashed; pointer-events: none; z-index: 1; }
`);

class Drawing {
  constructor(host) {
    this.root = node("div", { class: "atlas-list", tabindex: "-1" });
    this.head = node("div", { class: "head", "aria-hidden": "true" });
    this.mean = node("div", { class: "mean", "aria-hidden": "true" });
    this.box = node("div", { role: "listbox", tabindex: "0" });
    this.root.append(this.head, this.box, this.mean);
    host.append(this.root);
    this.id = `list-${Math.random().toString(36).slice(2)}`;
    this.lines = [];
    this.active = -1;
    this.listen();
    const watch = new ResizeObserver(() => this.averaged());
    watch.observe(this.root);
    this.stop = [() => watch.disconnect(), hover.follow((unit) => this.marked(unit))];
  }

  listen() {
    const at = (event) => { const row = event.target.closest("[role=option]"); return row ? this.lines.indexOf(row) : -1; };
    this.box.onclick = (event) => { if (at(event) >= 0) this.choose(at(event)); };
    this.box.onpointermove = (event) => { if (at(event) >= 0) hover.say(this.rows[at(event)].unit); };
    this.box.onpointerleave = () => hover.say("");
    this.box.onblur = () => this.pointed(-1);
    this.box.onkeydown = (event) => {
      const last = this.rows.length - 1, start = Math.max(this.active, 0);
      const to = { ArrowDown: Math.min(this.active + 1, last), ArrowUp: Math.max(start - 1, 0), Home: 0, End: last, PageDown: Math.min(start + 10, last), PageUp: Math.max(start - 10, 0) }[event.key];
      if (to !== undefined) { this.pointed(to); event.preventDefault(); }
      if ((event.key === "Enter" || event.key === " ") && this.active >= 0) { this.choose(this.active); event.preventDefault(); }
    };
  }

  choose(place) { this.selected(this.rows[place].unit); this.pick(this.rows[place].unit); }

  pointed(place) {
    this.active = place;
    this.lines.forEach((line, index) => line.classList.toggle("active", index === place));
    if (place < 0) { this.box.removeAttribute("aria-activedescendant"); hover.say(""); return; }
    this.box.setAttribute("aria-activedescendant", this.lines[place].id);
    this.shown(place);
    hover.say(this.rows[place].unit);
  }

  shown(place) {
    const top = 20 + place * 21, { root } = this;
    if (top - 20 < root.scrollTop) root.scrollTop = Math.max(0, top - 20 - 42);
    else if (top + 42 > root.scrollTop + root.clientHeight) root.scrollTop = top + 63 - root.clientHeight;
  }

  marked(unit) { this.rows && this.rows.forEach((row, index) => this.lines[index].classList.toggle("hovered", row.unit === unit)); }

  selected(unit) {
    this.rows.forEach((row, index) => {
      this.lines[index].setAttribute("aria-selected", row.unit === unit);
      this.lines[index].querySelector(".bar").style.boxShadow = row.unit === unit ? `0 0 0 2px ${this.data.colours.chosen}` : "";
    });
  }

  draw(data, pick) {
    this.data = data; this.pick = pick;
    this.rows = rows(data.frame);
    const values = this.rows.map((row) => row.value), low = Math.min(0, ...values), span = (Math.max(0, ...values) - low) || 1;
    this.scale = (value) => (value - low) / span * 100;
    this.root.style.setProperty("--names", this.root.clientWidth < 420 ? "54%" : "47%");
    this.box.setAttribute("aria-label", data.alt);
    while (this.lines.length < this.rows.length) this.added();
    for (const line of this.lines.splice(this.rows.length)) line.remove();
    this.rows.forEach((row, index) => this.written(this.lines[index], row));
    this.selected(data.unit);
    this.averaged();
    const place = this.rows.findIndex((row) => row.unit === data.unit);
    if (place >= 0 && data.unit !== this.last) this.shown(place);
    this.last = data.unit;
  }

  added() {
    const line = node("div", { role: "option", id: `${this.id}-${this.lines.length}` }), track = node("span", { class: "track" });
    track.append(node("span", { class: "bar" }));
    line.append(node("span", { class: "line" }), track, node("span", { class: "value" }));
    this.lines.push(line);
    this.box.append(line);
  }

  written(line, row) {
    const [name, track, value] = line.children, bar = track.firstChild;
    if (name.textContent !== row.line) { name.textContent = row.line; name.title = row.line; }
    if (value.textContent !== row.brief) value.textContent = row.brief;
    line.dataset.unit = row.unit;
    const from = this.scale(Math.min(0, row.value)), to = this.scale(Math.max(0, row.value));
    bar.style.left = `${from}%`; bar.style.width = `${to - from}%`; bar.style.background = row.fill; bar.style.borderColor = this.data.colours.outline;
  }

  averaged() {
    const [one] = this.data ? rows(this.data.mean || {}) : [], track = this.lines[0] && this.lines[0].children[1];
    const missing = !one || one.value === null || !track;
    this.mean.hidden = missing;
    this.head.replaceChildren();
    if (missing) return;
    const left = track.offsetLeft + track.clientWidth * this.scale(one.value) / 100, words = node("span", {});
    words.textContent = one.text;
    this.head.append(words);
    const half = words.offsetWidth / 2;
    words.style.left = `${Math.min(Math.max(left, half), this.root.clientWidth - half)}px`;
    // The words take the page's own colour, which changes with the theme at once; the line waits for its data.
    this.mean.style.borderColor = this.data.colours.chosen;
    this.mean.style.left = `${left}px`;
    this.mean.style.bottom = "auto"; this.mean.style.height = `${this.rows.length * 21}px`;
  }

  end() { for (const stop of this.stop) stop(); this.root.remove(); }
}

export const make = (host) => new Drawing(host);
