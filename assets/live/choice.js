// A box of choices in groups, found by typing without diacritics: the ARIA pattern of an editable combobox with a list.
// Its value is the address's; a choice changes the pictures of the page first and the page after them (pictures.js).
import { choose, prepare } from "./pictures.js";
import { node, styled } from "./shared.js";

styled("choice", `
.atlas-choice { font: 400 .875rem/1.4 var(--st-font); color: var(--st-text-color); }
.atlas-choice label { display: block; height: 23px; line-height: 23px; margin-bottom: 3px; white-space: nowrap; }
.atlas-choice label.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.atlas-choice .box { position: relative; }
.atlas-choice input { box-sizing: border-box; width: 100%; height: 38px; padding: 0 34px 0 11px; font: inherit; color: inherit; text-overflow: ellipsis; cursor: pointer;
  background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
.atlas-choice input:focus-visible { outline-offset: -2px !important; }
.atlas-choice input[aria-expanded=true] { cursor: text; }
.atlas-choice input::selection { background: var(--st-primary-color); color: var(--st-background-color); }
.atlas-choice .box::after { content: ""; position: absolute; right: 14px; top: 14px; width: 7px; height: 7px; border: solid var(--st-text-color); border-width: 0 1.7px 1.7px 0; transform: rotate(45deg); pointer-events: none; opacity: .75; }
.atlas-choices { position: fixed; inset: auto; margin: 0; padding: 4px; overflow-y: auto; font: 400 .875rem/1.45 var(--st-font); color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); box-shadow: 0 8px 28px rgba(10, 25, 50, .2); scrollbar-width: thin; }
.atlas-choices .topic { padding: 8px 8px 3px; font-size: 12.5px; font-weight: 600; opacity: .72; }
.atlas-choices [role=option] { padding: 5px 8px; border-radius: 4px; cursor: pointer; }
.atlas-choices [role=option][aria-selected=true] { font-weight: 600; }
.atlas-choices [role=option][aria-selected=true]::before { content: "✓"; float: right; margin-left: 8px; }
.atlas-choices [role=option].active { background: var(--st-primary-color); color: var(--st-background-color); }
.atlas-choices [hidden] { display: none; }
.atlas-choices .none { padding: 8px; }
`);

const LOOKED = 60, ROOM = 8, LEAST = 180, KEPT = 3000;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
const held = new WeakMap();

class Choice {
  constructor(host) {
    const id = `choice-${Math.random().toString(36).slice(2)}`;
    this.root = node("div", { class: "atlas-choice" });
    this.label = node("label", { for: id });
    this.input = node("input", { id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`, autocomplete: "off", spellcheck: "false" });
    this.list = node("div", { id: `${id}-list`, role: "listbox" });
    this.none = node("div", { class: "none", role: "status", hidden: "" });
    this.panel = node("div", { class: "atlas-choices", popover: "manual" });
    this.panel.append(this.list, this.none);
    const box = node("div", { class: "box" });
    box.append(this.input);
    this.root.append(this.label, box, this.panel);
    host.append(this.root);
    this.id = id; this.options = []; this.active = null; this.waiting = 0;
    this.listen();
  }

  listen() {
    const { input, list, panel } = this;
    this.said = () => this.shown();
    this.moved = (event) => { if (this.open && !(event.type === "scroll" && panel.contains(event.target))) this.placed(); };
    window.addEventListener("atlas-address", this.said);
    window.addEventListener("resize", this.moved);
    document.addEventListener("scroll", this.moved, true);
    input.onclick = () => this.opened();
    input.onfocus = () => input.select();
    input.onblur = () => this.closed();
    input.oninput = () => { this.opened(); this.found(input.value); };
    input.onkeydown = (event) => this.pressed(event);
    panel.onpointerdown = (event) => event.preventDefault();
    list.onclick = (event) => { const option = event.target.closest("[role=option]"); if (option) this.taken(option); };
    list.onpointermove = (event) => { const option = event.target.closest("[role=option]"); if (option && option !== this.active) this.pointed(option, false); };
  }

  pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      if (!this.open) return this.opened();
      const seen = this.options.filter((one) => !one.hidden), at = seen.indexOf(this.active);
      if (seen.length) this.pointed(seen[Math.min(Math.max(at + step, 0), seen.length - 1)]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!this.open) this.opened(); else if (this.active) this.taken(this.active);
    } else if (event.key === "Escape" && this.open) { event.preventDefault(); event.stopPropagation(); this.closed(); this.input.select(); }
  }

  tell(data, put) {
    this.put = put;
    if (this.told !== data) { this.told = data; this.filled(JSON.parse(data)); }
    this.shown();
  }

  filled(data) {
    this.data = data;
    this.label.textContent = data.label; this.label.className = data.quiet ? "quiet" : "";
    this.list.setAttribute("aria-label", data.list);
    // A short list is not typed in: no keyboard covers it on a phone.
    this.input.inputMode = data.groups.flatMap((one) => one.options).length > 12 ? "search" : "none";
    this.none.textContent = data.none;
    this.options = [];
    this.list.replaceChildren(...data.groups.map((group, place) => this.grouped(group, place)));
  }

  grouped(group, place) {
    const made = node("div", group.topic ? { role: "group", "aria-labelledby": `${this.id}-topic-${place}` } : { role: "presentation" });
    if (group.topic) {
      const topic = node("div", { class: "topic", id: `${this.id}-topic-${place}`, role: "presentation" });
      topic.textContent = group.topic; made.append(topic);
    }
    for (const [value, text, words] of group.options) {
      const option = node("div", { role: "option", id: `${this.id}-${this.options.length}`, "aria-selected": "false", "data-value": value });
      option.textContent = text; option.found = folded(`${text} ${words || ""} ${value}`);
      this.options.push(option); made.append(option);
    }
    return made;
  }

  value() { return new URLSearchParams(location.search).get(this.data.key) || ""; }

  // The address may lag behind a choice: a run that was on its way says the former one.
  shown() {
    if (!this.data) return;
    const value = this.value();
    if (this.waiting > performance.now() && value !== this.current) return;
    this.waiting = 0;
    this.marked(value);
  }

  marked(value) {
    this.current = value;
    for (const option of this.options) option.setAttribute("aria-selected", option.dataset.value === value);
    if (!this.open) this.written();
  }

  chosen() { return this.options.find((one) => one.dataset.value === this.current); }

  written() { const now = this.chosen(); this.input.value = now ? now.textContent : ""; this.input.title = this.input.value; }

  opened() {
    if (this.open) return;
    this.open = true;
    this.input.setAttribute("aria-expanded", "true");
    this.input.select();
    this.found("");
    this.panel.showPopover();
    this.placed();
    this.pointed(this.chosen() || this.options[0]);
  }

  closed() {
    if (!this.open) return;
    this.open = false;
    this.panel.hidePopover();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.written();
  }

  placed() {
    const box = this.input.getBoundingClientRect(), below = innerHeight - box.bottom - ROOM - 4, above = box.top - ROOM - 4;
    const under = below >= LEAST || below >= above, tall = Math.min(under ? below : above, 420);
    const wide = Math.min(Math.max(box.width, this.data.wide || 0), innerWidth - 2 * ROOM);
    Object.assign(this.panel.style, { width: `${wide}px`, maxHeight: `${tall}px`, left: `${Math.max(ROOM, Math.min(box.left, innerWidth - ROOM - wide))}px`,
      top: under ? `${box.bottom + 4}px` : "auto", bottom: under ? "auto" : `${innerHeight - box.top + 4}px` });
  }

  found(typed) {
    const words = folded(typed).split(/\s+/).filter(Boolean);
    for (const option of this.options) option.hidden = !words.every((word) => option.found.includes(word));
    for (const group of this.list.querySelectorAll("[role=group]")) group.hidden = !group.querySelector("[role=option]:not([hidden])");
    const first = this.options.find((one) => !one.hidden);
    this.none.hidden = Boolean(first);
    this.pointed(first || null);
  }

  pointed(option, follow = true) {
    if (this.active) this.active.classList.remove("active");
    this.active = option;
    if (!option) { this.input.removeAttribute("aria-activedescendant"); return; }
    option.classList.add("active");
    this.input.setAttribute("aria-activedescendant", option.id);
    if (follow && this.open) option.scrollIntoView({ block: "nearest" });
    clearTimeout(this.looked);
    if (this.open && option.dataset.value !== this.current) this.looked = setTimeout(() => prepare(this.data.key, option.dataset.value), LOOKED);
  }

  taken(option) {
    const value = option.dataset.value, before = this.current;
    this.current = value;
    this.closed();
    this.marked(value);
    if (value === before) return;
    this.waiting = performance.now() + KEPT;
    setTimeout(this.said, KEPT + 50);
    choose(this.data.key, value, () => this.put(value));
  }

  end() {
    window.removeEventListener("atlas-address", this.said); window.removeEventListener("resize", this.moved);
    document.removeEventListener("scroll", this.moved, true); this.root.remove();
  }
}

export async function mounted({ data, parentElement, setTriggerValue }) {
  if (!held.has(parentElement)) held.set(parentElement, new Choice(parentElement));
  const choice = held.get(parentElement);
  choice.tell(new TextDecoder().decode(data), (value) => setTriggerValue("choice", value));
  return () => { choice.end(); held.delete(parentElement); };
}
