// Keys of one letter that go somewhere on a page: not while somebody writes, and the same keys on a Thai keyboard.
// Who is disturbed by them, by a voice that types for instance, switches them off where they are listed (WCAG 2.1.4).

import { keep } from "./kept.js";

const chosen = keep("letter-keys");
const list = document.querySelector("[data-letter-keys]");
let on = chosen.get() !== false;

function show() {
  document.documentElement.toggleAttribute("data-no-letter-keys", !on);
}

if (list) {
  const box = list.querySelector("input");
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    chosen.put(on);
    show();
  });
  list.hidden = false;
}
show();

// The letter of the key, small; nothing where it is no such key, or they are switched off.
export function letterOf(event) {
  if (!on || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return "";
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return "";
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  // A key of a layout without Latin letters goes by its place: the key of ื is the key of n.
  return /^[\x20-\x7e]$/.test(event.key) ? "" : /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? "";
}
