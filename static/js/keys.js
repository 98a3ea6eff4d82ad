// Keys of one letter that go somewhere on a page: not while somebody writes, and the same keys on a Thai keyboard.

// The letter of the key, small; nothing where it is no such key.
export function letterOf(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return "";
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return "";
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  // A key of a layout without Latin letters goes by its place: the key of ื is the key of n.
  return /^[\x20-\x7e]$/.test(event.key) ? "" : /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? "";
}
