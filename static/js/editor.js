// The working copy: saved while the drafter writes, kept in this browser whenever the server can not be reached.
// Without this script the form still works: every button is a plain submit.

import { keep as keptUnder, offer } from "./kept.js";

const PAUSE = 800; // milliseconds after the last keystroke

const form = document.querySelector("form[data-autosave]");
if (form) start(form);

function start(form) {
  const status = document.querySelector("[data-save-status]");
  const kept = keptUnder(`rangkae:${form.dataset.autosave}`);
  let timer = 0;
  let version = 0; // counts keystrokes, so that an answer to an older text does not pass for the newest
  let busy = false;
  let leaving = false;

  const say = (name, extra = "") => {
    status.textContent = (form.dataset[name] || "") + extra;
    status.dataset.state = name;
  };
  const texts = () => [...form.querySelectorAll("textarea[data-unit]")];
  const revision = form.elements.revision;
  const keys = form.querySelector("[data-keys]");
  const actions = { KeyI: insertItem, KeyM: insertSection, KeyR: repeal };

  restore();
  keys.hidden = false;
  // Once the browser has gone to the unit of the address, which takes the focus away.
  window.addEventListener("load", () => setTimeout(goOn));
  texts().forEach((area) => {
    area.addEventListener("input", changed);
    area.addEventListener("paste", pasteClean);
  });
  form.querySelectorAll("select[data-grain]").forEach((select) => select.addEventListener("change", changed));
  form.addEventListener("keydown", shortcuts);
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("online", () => save());
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && kept.get() && form.dataset.dirty) event.preventDefault();
  });

  // What a key put in is where the writing goes on.
  function goOn() {
    texts().find((area) => `#unit-${area.dataset.unit}` === decodeURIComponent(location.hash))?.focus();
  }

  function changed() {
    version += 1;
    form.dataset.dirty = "yes";
    keep();
    say("unsaved");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  // Every keystroke is in this browser before anything is sent.
  function keep() {
    const units = Object.fromEntries(texts().map((area) => [area.dataset.unit, area.value]));
    if (!kept.put({ revision: revision.value, units })) say("full");
  }

  function restore() {
    const stored = kept.get();
    if (!stored) return;
    const { revision: basis, units } = stored;
    const different = texts().filter((area) => area.dataset.unit in units && units[area.dataset.unit] !== area.value);
    if (!different.length) {
      kept.drop();
      return;
    }
    const use = () => {
      different.forEach((area) => (area.value = units[area.dataset.unit]));
      changed();
    };
    if (basis !== revision.value && !form.dataset.conflict) {
      offer(kept, use);
      return;
    }
    use();
    say("restored");
  }

  async function save() {
    if (busy || leaving || !form.dataset.dirty) return;
    busy = true;
    const sent = version;
    say("saving");
    try {
      const body = new FormData(form);
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body,
        headers: { Accept: "application/json", "X-Requested-With": "fetch" },
        redirect: "error",
      });
      if (answer.status === 409) return say("stale");
      if (!answer.headers.get("Content-Type")?.includes("json")) return say("signedout");
      const result = await answer.json();
      if (!answer.ok) return say("refused", ` ${result.message || ""}`);
      revision.value = result.revision;
      show(result.previews || {});
      if (sent === version) {
        kept.drop();
        delete form.dataset.dirty;
        say("saved", ` ${result.saved_at}`);
      } else {
        keep();
      }
    } catch {
      say("offline");
      timer = setTimeout(save, 5 * PAUSE);
    } finally {
      busy = false;
      if (sent !== version && !leaving) {
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE);
      }
    }
  }

  // Rendered and escaped by the server's own templates.
  function show(previews) {
    for (const [unit, html] of Object.entries(previews)) {
      const place = form.querySelector(`[data-preview="${CSS.escape(unit)}"]`);
      if (place) place.innerHTML = html;
    }
  }

  // Pasting from Word brings tabs, no-break spaces and empty lines along.
  function pasteClean(event) {
    const pasted = event.clipboardData?.getData("text/plain");
    if (!pasted) return;
    event.preventDefault();
    const lines = pasted.replace(/\r\n?|\u2028|\u2029|\u000b/g, "\n").split("\n");
    const clean = lines.map((line) => line.replace(/[\t\u00a0 ]+/g, " ").replace(/[\u200b\ufeff\u00ad]/g, "").trim());
    event.target.setRangeText(clean.filter(Boolean).join("\n"), event.target.selectionStart, event.target.selectionEnd, "end");
    changed();
  }

  function shortcuts(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.matches("select")) return; // Alt and an arrow open it
    const areas = texts();
    const at = areas.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = areas[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "center" });
    } else if (event.code === "KeyK") {
      event.preventDefault();
      keys.open = !keys.open;
    } else if (event.code in actions && at >= 0) {
      event.preventDefault();
      actions[event.code](areas[at]);
    }
  }

  // The label is proposed by the server, behind the line that the cursor is in.
  function insertItem(area) {
    const select = form.elements[`line-${area.dataset.unit}`];
    const line = area.value.slice(0, area.selectionStart).split("\n").length - 1;
    if (select && select.options[line]) select.value = String(line);
    form.querySelector(`button[data-insert-item="${CSS.escape(area.dataset.unit)}"]`)?.click();
  }

  // Behind the section that the cursor is in; its number is proposed by the server.
  function insertSection(area) {
    const select = form.elements.behind;
    if (![...select.options].some((option) => option.value === area.dataset.unit)) return;
    select.value = area.dataset.unit;
    form.querySelector('button[name="do"][value="insert"]').click();
  }

  function repeal(area) {
    form.querySelector(`button[data-repeal="${CSS.escape(area.dataset.unit)}"]`)?.click();
  }
}
