// What the live pictures share: reading datasets, making nodes, the sentence at the pointer, the unit that is pointed at.
const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "g", "path", "rect", "text", "tspan", "defs", "pattern"]);

export function node(kind, names) {
  const made = DRAWN.has(kind) ? document.createElementNS(SVG, kind) : document.createElement(kind);
  for (const [name, value] of Object.entries(names)) made.setAttribute(name, value);
  return made;
}

// A column is a list, or the few values that it repeats with the place of each row's.
export const read = (part, name) => (Array.isArray(part[name]) ? part[name] : part[name].at.map((place) => part[name].of[place]));

export function rows(part) {
  const columns = Object.keys(part).map((name) => [name, read(part, name)]);
  return columns.length ? columns[0][1].map((_, place) => Object.fromEntries(columns.map(([name, values]) => [name, values[place]]))) : [];
}

export function styled(name, text) {
  if (document.getElementById(`atlas-${name}`)) return;
  const style = node("style", { id: `atlas-${name}` });
  style.textContent = text;
  document.head.append(style);
}

export function fitted(root, placed) {
  let wide = 0;
  const watch = new ResizeObserver(() => { if (root.clientWidth !== wide) { wide = root.clientWidth; placed(); } });
  watch.observe(root);
  return () => watch.disconnect();
}

// The unit under the pointer, known to all pictures of the page: a row of the list shows where its province lies.
const followers = new Set();
export const hover = {
  unit: "",
  say(unit) { if (unit !== hover.unit) { hover.unit = unit; for (const told of followers) told(unit); } },
  follow(told) { followers.add(told); return () => followers.delete(told); },
};

styled("tip", `
.atlas-tip { position: absolute; z-index: 5; pointer-events: none; max-width: 260px; padding: 6px 10px; border-radius: 6px; font: 400 13px/1.45 var(--st-font);
  color: var(--st-text-color); background: var(--st-background-color); border: 1px solid var(--st-border-color); box-shadow: 0 2px 10px rgba(10, 25, 50, .18); }
.atlas-tip b { display: block; font-weight: 600; }
.atlas-tip[hidden] { display: none; }
`);

export function tip(root) {
  const held = node("div", { class: "atlas-tip", hidden: "", "aria-hidden": "true" });
  return {
    node: held,
    show(event, row) {
      const [first, ...rest] = row.told.filter(Boolean);
      const name = node("b", {}); name.textContent = first;
      held.replaceChildren(name, ...rest.map((line) => { const one = node("div", {}); one.textContent = line; return one; }));
      held.hidden = false;
      const box = root.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
      held.style.left = `${Math.max(2, Math.min(x + 14, box.width - held.offsetWidth - 4))}px`;
      held.style.top = `${y + 16 + held.offsetHeight < box.height ? y + 16 : Math.max(2, y - held.offsetHeight - 10)}px`;
    },
    hide() { held.hidden = true; },
  };
}
