// The statistical map of a screen: provinces and both archipelagos in the colours of their values, legend, names, marks.
// It draws the datasets that the exported picture is made of (components/choropleth.py): frame, legend, labels, chosen, former.
import { boundaries, dots } from "./boundaries.js";
import { fitted, hover, node, read, rows, styled, tip } from "./shared.js";

const EDGE = 6, NARROW = 560, LEGEND = 212, SWATCH = 13, DEEPEST = 12;
const TITLE = -2, DOTTED = -3;
const FOOT = 8, LINE = 26;

styled("map", `
.atlas-map { position: relative; width: 100%; overflow: hidden; font-family: var(--st-font); }
.atlas-map svg { display: block; width: 100%; height: 100%; }
.atlas-map path { vector-effect: non-scaling-stroke; }
.atlas-map .areas path { cursor: pointer; stroke-width: .7; }
.atlas-map .over { fill: none; pointer-events: none; stroke-linejoin: round; }
.atlas-map text { pointer-events: none; font-size: 12.5px; dominant-baseline: central; }
.atlas-map .dim { opacity: .25; }
`);

// Light or dark: the dots of a derived value stand out from the colour below them.
function light(colour) {
  const part = (at) => { const c = parseInt(colour.slice(at, at + 2), 16) / 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
  return .2126 * part(1) + .7152 * part(3) + .0722 * part(5) > .35;
}

function projection(box, wide, tall, below) {
  const [west, south, east, north] = box;
  const scale = Math.min((wide - 2 * EDGE) / (east - west), (tall - 2 * EDGE - below) / (north - south));
  return { scale, x: wide / 2 - (west + east) / 2 * scale, y: (tall - below) / 2 + (south + north) / 2 * scale };
}

class Drawing {
  constructor(host) {
    this.root = node("div", { class: "atlas-map" });
    this.svg = node("svg", { class: "marks", role: "img" });
    this.hatch = `hatch-${Math.random().toString(36).slice(2)}`;
    this.defs = node("defs", {});
    this.layers = Object.fromEntries(["areas", "dots", "former", "marks", "legend", "words"].map((name) => [name, node("g", { class: name })]));
    this.layers.hover = node("path", { class: "over hovered", "stroke-width": 2 });
    this.svg.append(this.defs, ...["areas", "dots", "former", "marks"].map((name) => this.layers[name]), this.layers.hover, this.layers.legend, this.layers.words);
    this.tip = tip(this.root);
    this.root.append(this.svg, this.tip.node);
    host.append(this.root);
    this.paths = new Map();
    this.listen();
    this.stop = [fitted(this.root, () => this.placed()), hover.follow((unit) => this.marked(unit))];
  }

  listen() {
    const unit = (event) => event.target.dataset && event.target.dataset.unit;
    this.layers.areas.onclick = (event) => { if (unit(event)) { this.chosen(unit(event)); this.pick(unit(event)); } };
    this.layers.areas.onpointermove = (event) => {
      const row = this.row(unit(event));
      if (!row) return;
      hover.say(row.unit);
      this.tip.show(event, row);
    };
    this.layers.areas.onpointerleave = () => { hover.say(""); this.tip.hide(); };
  }

  row(unit) { return unit && this.known && this.known.get(unit); }

  async draw(data, pick) {
    this.pick = pick;
    const shape = await boundaries(data.basis);
    this.root.style.height = `${data.height}px`;
    if (this.basis !== data.basis) this.outlined(shape, data.basis);
    this.data = data;
    this.known = new Map(rows(data.frame).map((row, place) => [row.unit, { ...row, told: data.said.map((column) => read({ column }, "column")[place]) }]));
    this.svg.setAttribute("aria-label", data.alt);
    this.hatched(data.colours);
    this.placed();
    this.coloured();
  }

  outlined(shape, basis) {
    this.basis = basis; this.shape = shape; this.paths.clear();
    this.layers.areas.replaceChildren(...shape.areas.map((area) => {
      const path = node("path", { d: area.d, "data-unit": area.unit, "data-kind": area.kind });
      this.paths.set(area.unit, [...(this.paths.get(area.unit) || []), path]);
      return path;
    }));
    this.layers.dots.replaceChildren(); this.spots = null;
  }

  hatched(colours) {
    const line = node("path", { d: "M0 5.5L5.5 0M-1 1L1 -1M4.5 6.5L6.5 4.5", stroke: colours.outline, "stroke-width": 1.2 });
    const pattern = node("pattern", { id: this.hatch, width: 5.5, height: 5.5, patternUnits: "userSpaceOnUse" });
    pattern.append(node("rect", { width: 5.5, height: 5.5, fill: colours.paper }), line);
    this.defs.replaceChildren(pattern);
  }

  filled(fill) { return fill || `url(#${this.hatch})`; }

  coloured() {
    const { data } = this;
    for (const [unit, paths] of this.paths) {
      const row = this.known.get(unit);
      for (const path of paths) {
        path.setAttribute("fill", this.filled(row && row.fill));
        path.setAttribute("stroke", data.colours.outline);
      }
    }
    this.layers.former.replaceChildren(...(data.former && this.shape.former && read(data.former, "text").length ? [
      node("path", { class: "over", d: this.shape.former, stroke: data.colours.paper, "stroke-width": 1.8, "stroke-opacity": .7 }),
      node("path", { class: "over", d: this.shape.former, stroke: data.colours.ink, "stroke-width": .9, "stroke-dasharray": "3 2" }),
    ] : []));
    this.chosen(data.unit);
    this.marked("");
    this.dotted();
  }

  outline(unit, names) {
    return (this.paths.get(unit) || []).map((path) => node("path", { class: "over", d: path.getAttribute("d"), ...names(path.dataset.kind) }));
  }

  chosen(unit) {
    this.layers.marks.replaceChildren(...this.outline(unit, (kind) => ({ stroke: this.data.colours.chosen, "stroke-width": kind === "province" ? 2.2 : 1.2 })));
  }

  marked(unit) {
    const paths = this.paths.get(unit) || [];
    this.layers.hover.setAttribute("d", paths.map((path) => path.getAttribute("d")).join(""));
    if (this.data) this.layers.hover.setAttribute("stroke", this.data.colours.ink);
  }

  async dotted() {
    const made = [...this.known.values()].filter((row) => row.derived);
    if (!made.length) { this.layers.dots.replaceChildren(); return; }
    const basis = this.basis, spots = await dots(basis);
    if (basis !== this.basis) return;
    this.layers.dots.replaceChildren(...[...this.known.values()].filter((row) => row.derived && spots.has(row.unit)).map((row) =>
      node("path", { class: "over dot", d: spots.get(row.unit), "stroke-linecap": "round", "stroke-width": this.narrow ? 1.5 : 2.5, "stroke-opacity": .9,
        stroke: row.fill && !light(row.fill) ? "#ffffff" : this.data.colours.dot })));
  }

  placed() {
    const { data, root } = this;
    if (!data || !root.clientWidth) return;
    const wide = root.clientWidth, tall = data.height;
    this.narrow = wide < NARROW;
    const below = this.narrow ? Math.max(0, ...read(data.legend, "y")) + 20 : 0, at = projection(data.box, wide, tall, below);
    const grid = this.shape.transform, flat = `matrix(${at.scale} 0 0 ${-at.scale} ${at.x} ${at.y})`;
    const stepped = `${flat} matrix(${grid.scale[0]} 0 0 ${grid.scale[1]} ${grid.translate[0]} ${grid.translate[1]})`;
    for (const name of ["areas", "former", "marks", "hover"]) this.layers[name].setAttribute("transform", stepped);
    this.layers.dots.setAttribute("transform", flat);
    for (const dot of this.layers.dots.children) dot.setAttribute("stroke-width", this.narrow ? 1.5 : 2.5);
    this.legend(wide, tall, below);
    const place = (row) => [at.x + row.x * at.scale, at.y - row.y * at.scale];
    this.layers.words.replaceChildren(
      ...rows(data.labels).flatMap((row) => this.archipelago(row, place(row), wide)),
      ...rows(data.chosen).flatMap((row) => this.named(row, place(row), wide)));
  }

  lines(text, x, top, step, names) {
    const held = node("text", { x, y: top, ...names });
    text.split("\n").forEach((line, index) => {
      const part = node("tspan", { x, y: top + index * step });
      part.textContent = line; held.append(part);
    });
    return held;
  }

  archipelago(row, [x, y], wide) {
    const step = this.narrow ? 12 : 14, count = row.text.split("\n").length, size = this.narrow ? 10.5 : 11.5;
    const half = Math.max(...row.text.split("\n").map((line) => line.length)) * size * .27;
    const middle = Math.min(Math.max(x + (this.narrow ? 10 : 0), half), wide - half - 2);
    const names = { "text-anchor": "middle", "font-style": "italic", style: `font-size:${size}px` };
    return [this.lines(row.text, middle, y - 8 - (count - 1) * step, step, { ...names, fill: this.data.colours.quiet, stroke: this.data.colours.paper, "stroke-width": 3, "paint-order": "stroke" })];
  }

  named(row, [x, y], wide) {
    const half = Math.max(...row.text.split("\n").map((line) => line.length)) * 7.4;
    const left = x + 5 + half > wide - 2, step = 16, count = row.text.split("\n").length;
    return [this.lines(row.text, left ? x - 5 : x + 5, y - (count - 1) * step / 2, step, {
      "text-anchor": left ? "end" : "start", fill: this.data.colours.chosen, style: "font-size:13px;font-weight:700",
      stroke: this.data.colours.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" })];
  }

  legend(wide, tall, below) {
    const { data } = this, left = this.narrow ? 4 : wide - LEGEND, down = this.narrow ? tall - below : 0, held = [];
    for (const row of rows(data.legend)) {
      const y = row.y + down, thin = row.deep <= DEEPEST;
      if (row.class !== TITLE) {
        held.push(node("rect", { x: left, y: y - row.deep / 2 - (thin ? .5 : 0), width: SWATCH, height: row.deep + (thin ? 1 : 0), fill: this.filled(row.fill), ...(thin ? {} : { stroke: data.colours.outline, "stroke-width": .8 }) }));
      }
      if (row.class === DOTTED) {
        const d = [[-3, -3], [3, -3], [0, 0], [-3, 3], [3, 3]].map(([a, b]) => `M${left + SWATCH / 2 + a} ${y + b}h0`).join("");
        held.push(node("path", { class: "over", d, stroke: "#ffffff", "stroke-width": 2.6, "stroke-linecap": "round" }));
      }
      held.push(this.lines(row.text, left + (row.class === TITLE ? 0 : 20), y, 0, { fill: data.colours.ink, "font-weight": row.class === TITLE ? 600 : 400 }));
    }
    for (const text of data.former ? read(data.former, "text") : []) {
      const y = tall - below - FOOT;
      held.push(node("path", { d: `M4 ${y}h${LINE}`, stroke: data.colours.ink, "stroke-dasharray": "3 2" }), this.lines(text, 10 + LINE, y, 0, { fill: data.colours.ink }));
    }
    this.layers.legend.replaceChildren(...held);
  }

  end() { for (const stop of this.stop) stop(); this.root.remove(); }
}

export const make = (host) => new Drawing(host);
