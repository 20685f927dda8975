// A picture as a component of the page: kept through every run, told by the page what to show.
import { make as list } from "./list.js";
import { make as map } from "./map.js";
import { Screen } from "./pictures.js";
import { node, styled } from "./shared.js";

const KINDS = { list, map }, held = new WeakMap();
styled("missed", ".atlas-missed { font: 400 14px/1.5 var(--st-font); color: var(--st-text-color); padding: 12px 4px; } .atlas-missed[hidden] { display: none; }");

function opened(host, kind) {
  const words = node("div", { class: "atlas-missed", role: "status", hidden: "" });
  host.append(words);
  return new Screen(KINDS[kind](host), (text) => { words.textContent = text; words.hidden = !text; });
}

export async function mounted({ data, parentElement, setTriggerValue }, kind) {
  if (!held.has(parentElement)) held.set(parentElement, opened(parentElement, kind));
  const screen = held.get(parentElement);
  await screen.tell(JSON.parse(new TextDecoder().decode(data)), (unit) => setTriggerValue("pick", unit));
  return () => { screen.end(); held.delete(parentElement); };
}
