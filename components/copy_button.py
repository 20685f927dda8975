"""Buttons that put a text on the visitor's clipboard, and say so."""

from __future__ import annotations

import streamlit as st

_STYLE = """
.row { display: flex; flex-wrap: wrap; gap: .25rem; }
button { font: 400 .9rem/1.6 var(--st-font); color: var(--st-text-color); background: none; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); padding: .3rem .7rem; min-height: 2.3rem; cursor: pointer; }
button:hover { color: var(--st-primary-color); border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid #2f7fd0; outline-offset: 2px; }
button svg { width: 1em; height: 1em; margin-right: .45em; vertical-align: -.12em; fill: none; stroke: currentColor; stroke-width: 2; }
"""
# navigator.clipboard exists only on https and localhost; an office's plain http address needs the older way.
_SCRIPT = """
const ICON = '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="9" y="9" width="12" height="12" rx="2"/><path d="M5 15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1"/></svg>';
async function copy(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch (reason) { /* the older way follows */ }
  const area = document.createElement("textarea");
  area.value = text; area.style.position = "fixed"; area.style.opacity = "0";
  document.body.append(area); area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
export default function ({ data, parentElement }) {
  const row = parentElement.querySelector(".row");
  row.replaceChildren(...data.buttons.map((one) => {
    const button = document.createElement("button");
    const words = document.createElement("span");
    button.type = "button"; button.innerHTML = ICON; button.title = one.text;
    words.textContent = one.label; words.setAttribute("aria-live", "polite"); button.append(words);
    button.onclick = async () => {
      words.textContent = (await copy(one.text)) ? data.done : one.text;
      setTimeout(() => { words.textContent = one.label; }, 2000);
    };
    return button;
  }));
}
"""
_row = st.components.v2.component("copy_buttons", html='<div class="row"></div>', css=_STYLE, js=_SCRIPT)


def copy_buttons(texts: dict[str, str], done: str, key: str) -> None:
    """Draw a button for each label that copies its text; done is what a button says afterwards."""
    buttons = [{"label": label, "text": text} for label, text in texts.items()]
    _row(data={"buttons": buttons, "done": done}, key=key, width="content")
