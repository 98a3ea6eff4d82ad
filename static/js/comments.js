// Commenting on chosen words: what is selected in a line of the new text fills the form of its section.

import { letterOf } from "./keys.js";

const button = document.querySelector("[data-say-selected]");
const NOT_TEXT = "del, .spoken, .moved-from, .said-link";

// The words of the selection in the new text of one unit, and where they begin there.
function chosen() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const unit = unitOf(range.startContainer);
  if (!unit || !unit.contains(range.endContainer)) return null;
  let text = "", start = -1, end = -1;
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(NOT_TEXT)) continue;
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      if (to > from) {
        if (start < 0) start = text.length + from;
        end = text.length + to;
      }
    }
    text += node.data;
  }
  if (start < 0) return null;
  const words = text.slice(start, end);
  const quote = words.trim();
  // The server counts characters as Python does: code points.
  const at = [...text.slice(0, start + words.length - words.trimStart().length)].length;
  return quote ? { unit, quote, at } : null;
}

function unitOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest("[data-unit]");
}

function say(unit, quote = "", at = "") {
  const fold = unit.closest(".diff-section")?.querySelector("details.say");
  if (!fold) return;
  const form = fold.querySelector("form");
  const place = form.elements.address;
  fold.open = true;
  if ([...place.options].some((option) => option.value === unit.dataset.unit)) place.value = unit.dataset.unit;
  form.elements.quote.value = quote;
  form.elements.start.value = at;
  form.elements.body.focus();
}

if (button) {
  let found = null;
  document.addEventListener("selectionchange", () => {
    found = chosen();
    button.hidden = !found;
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => {
    if (!found) return;
    const { unit, quote, at } = found;
    document.getSelection().removeAllRanges();
    say(unit, quote, at);
  });
  document.addEventListener("keydown", (event) => {
    if (letterOf(event) !== "c") return;
    const unit = found?.unit ?? document.activeElement?.querySelector?.(":scope.diff-row [data-unit]");
    if (!unit) return;
    event.preventDefault();
    say(unit, found?.quote, found?.at);
  });
  // Words that were typed over are looked for from the beginning.
  for (const start of document.querySelectorAll("details.say input[name=start]")) {
    start.form.elements.quote.addEventListener("input", () => (start.value = ""));
  }
}

// Beside the text a thread stands level with its words, as far as the one above it leaves room.
function level() {
  for (const threads of document.querySelectorAll(".diff-section > .section-threads")) {
    const beside = getComputedStyle(threads.parentElement).display === "grid";
    for (const thread of threads.querySelectorAll("[data-thread]")) {
      thread.style.marginTop = "";
      const words = beside && document.getElementById(`words-${thread.dataset.thread}`);
      if (!words || !words.getClientRects().length) continue;
      const room = words.getBoundingClientRect().top - thread.getBoundingClientRect().top - 8;
      if (room > 0) thread.style.marginTop = `${room}px`;
    }
  }
}

level();
document.fonts?.ready.then(level);
addEventListener("resize", level);
document.addEventListener("toggle", level, true);
