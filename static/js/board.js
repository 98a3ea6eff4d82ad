// Rows of members beside the text of the provision: saved while one writes, each side following the other.
// Without this script every button is a plain submit. The server writes the text and reads the rows; this script
// only sends the form and puts what comes back in its place.

import { keep, offer } from "./kept.js";
import { arabic, fields, fill, finished, nameOf, names } from "./seat_rows.js";

const PAUSE = 700; // milliseconds after the last keystroke
const LIVE = ["board-errors", "board-totals", "board-live", "board-remainder", "board-checks", "board-picture", "board-changes"];

const form = document.querySelector("form[data-board]");
if (form) start(form);

function start(form) {
  const rows = document.getElementById("board-rows");
  const text = document.getElementById("board-text");
  const status = form.querySelector("[data-save-status]");
  const blank = form.querySelector("template[data-blank]");
  let timer = 0;
  let version = 0; // counts changes, so that an answer to an older state does not pass for the newest
  let busy = false;
  let made = 0; // rows made here, for ids of their own
  let dirty = false;

  const kept = keep(`rangkae:${location.pathname}:${form.elements.n.value}`);
  const revision = form.elements.revision;
  restore();

  const wanted = rows.dataset.focusId && document.getElementById(rows.dataset.focusId);
  if (wanted) wanted.focus();

  form.addEventListener("input", changed);
  form.addEventListener("keydown", shortcuts);
  rows.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-row], button[data-item]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.item) moveItem(button);
    else act(button.closest(".seat-row"), button.dataset.row);
  });
  form.querySelector("button[value=add]")?.addEventListener("click", (event) => {
    event.preventDefault();
    act(rows.lastElementChild, "add");
  });
  form.addEventListener("submit", () => {
    dirty = false;
    clearTimeout(timer);
  });
  window.addEventListener("online", save);
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });

  function say(name) {
    status.textContent = form.dataset[name];
    status.dataset.state = name;
  }

  function changed(event) {
    if (event?.target.name === "note") return;
    version += 1;
    dirty = true;
    say(kept.put(typed()) ? "unsaved" : "full");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  // Every keystroke is in this browser before anything is sent.
  function typed() {
    const { basis, shown } = form.elements;
    return { revision: revision.value, basis: basis.value, shown: shown.value, text: text.value, rows: [...rows.children].map(fields) };
  }

  function restore() {
    const stored = kept.get();
    if (!stored) return;
    const now = typed();
    if (stored.text === now.text && JSON.stringify(stored.rows) === JSON.stringify(now.rows)) {
      kept.drop();
      return;
    }
    const use = () => {
      rows.replaceChildren(...stored.rows.map(filled));
      for (const name of ["basis", "shown", "text"]) form.elements[name].value = stored[name];
      number();
      changed();
    };
    if (stored.revision !== revision.value) {
      offer(kept, use);
      return;
    }
    use();
    say("restored");
  }

  function filled(values) {
    return fill(make(null), values);
  }

  function shortcuts(event) {
    const row = event.target.closest(".seat-row");
    if (!row || event.isComposing) return;
    const isButton = event.target.matches("button, summary");
    if (event.key === "Enter" && !event.altKey && !event.shiftKey && !isButton) take(event, row, "add");
    else if (event.altKey && event.shiftKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      moveItem(row.querySelector(`[data-item=item-${event.key === "ArrowUp" ? "up" : "down"}]`));
    } else if (event.altKey && event.key === "ArrowUp") take(event, row, "up");
    else if (event.altKey && event.key === "ArrowDown") take(event, row, "down");
    else if (event.altKey && event.key === "Delete") take(event, row, "remove");
  }

  function take(event, row, command) {
    event.preventDefault();
    act(row, command);
  }

  function act(row, command) {
    const field = row?.contains(document.activeElement) ? document.activeElement : null;
    if (command === "add") {
      const fresh = make(row);
      if (row) row.after(fresh);
      else rows.append(fresh);
      fresh.querySelector("[name=office]").focus();
    } else if (command === "remove") {
      const next = row.nextElementSibling || row.previousElementSibling;
      row.remove();
      (next?.querySelector("[name=office]") || form.querySelector("button[value=add]")).focus();
    } else {
      const other = command === "up" ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      if (command === "up") other.before(row);
      else other.after(row);
      intoListOf(row, other);
      const stays = field && !field.disabled ? field : row.querySelector("[name=office]");
      stays.focus();
    }
    number();
    changed();
  }

  // A whole item of the text: the server moves it, and the rows are read anew. Nothing is typed while it does.
  function moveItem(button) {
    if (!button || busy) return;
    const row = button.closest(".seat-row");
    const focused = row.contains(document.activeElement) ? document.activeElement : button;
    const back = { office: nameOf(row), field: focused.name || "office", item: focused.dataset.item, wasDirty: dirty };
    version += 1;
    dirty = true;
    clearTimeout(timer);
    save({ command: button.value, back });
  }

  // A row that passes one of another list of its kind goes into that list; the server says where it can not.
  function intoListOf(row, other) {
    const value = (one, name) => one.querySelector(`[name=${name}]`).value;
    const alike = ["role", "source", "seat"].every((name) => value(row, name) === value(other, name));
    const isList = value(row, "role") === "member" && ["office", "representative"].includes(value(row, "source"));
    const list = row.querySelector("[name=list]");
    if (alike && isList && [...list.options].some((option) => option.value === value(other, "list"))) list.value = value(other, "list");
  }

  function make(after) {
    const html = blank.innerHTML.replaceAll("-__", `-new${(made += 1)}`);
    const holder = document.createElement("ol");
    holder.innerHTML = html.trim();
    const row = holder.firstElementChild;
    const source = after?.querySelector("[name=source]").value;
    const role = after?.querySelector("[name=role]").value;
    if (role === "member" && source === "representative") row.querySelector("[name=source]").value = source;
    return row;
  }

  function number() {
    [...rows.children].forEach((row, place, all) => {
      row.querySelectorAll("button[data-row], button[data-item]").forEach((button) => {
        button.value = `${button.dataset.row || button.dataset.item}:${place}`;
        if (button.dataset.row) button.disabled = (button.dataset.row === "up" && !place) || (button.dataset.row === "down" && place === all.length - 1);
      });
    });
  }

  async function save({ command, back } = {}) {
    if (busy || !dirty) return;
    busy = true;
    const sent = version;
    const body = new FormData(form);
    const textWas = text.value;
    if (command) body.set("do", command);
    form.inert = Boolean(command);
    say("saving");
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
      if (answer.status === 401) return say("signedout");
      const page = parsed(await answer.text());
      const theirs = page.querySelector("form[data-board]");
      if (!theirs) return say("signedout");
      if (!answer.ok) {
        if (back) dirty = back.wasDirty;
        return refused(page, answer.status === 409 ? "stale" : "refused");
      }
      accept(page, theirs, { isLatest: sent === version, textEdited: textWas !== form.elements.shown.value, isMove: Boolean(command) });
    } catch {
      say("offline");
      timer = setTimeout(save, 5 * PAUSE);
    } finally {
      busy = false;
      form.inert = false;
      if (back) backTo(back);
      if (sent !== version) {
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE);
      }
    }
  }

  // Style sheets in the page have a nonce of their own, which this page's policy does not know.
  function parsed(html) {
    return new DOMParser().parseFromString(html.replace(/<style[\s\S]*?<\/style>/g, ""), "text/html");
  }

  // Where two texts stand against each other, the whole page has the choice: a plain save shows it.
  function refused(page, why) {
    replace(page, ["board-errors"]);
    say(why);
  }

  // Where the rows say what the text says, only their places in it are taken over: nobody's typing is disturbed.
  function accept(page, theirs, { isLatest, textEdited, isMove }) {
    revision.value = theirs.elements.revision.value;
    replace(page, LIVE);
    if (!isLatest) {
      kept.put(typed());
      return;
    }
    const written = theirs.elements.text.value;
    const there = page.getElementById("board-rows");
    const isReadAnew = textEdited || isMove;
    if (isReadAnew) rows.innerHTML = there.innerHTML;
    if (isMove || (!textEdited && document.activeElement !== text)) text.value = written;
    const moved = !isReadAnew && !takePlaces(there);
    if (moved) showAs(there);
    form.elements.basis.value = theirs.elements.basis.value;
    form.elements.shown.value = textEdited && !isMove ? text.value : written;
    dirty = false;
    kept.drop();
    say("saved");
    if (moved) status.textContent += ` ${form.dataset.moved}`;
  }

  // Whether the rows are in the order of the text; then each is told where it stands in it.
  function takePlaces(there) {
    if (names(rows).join("\n") !== names(there).join("\n")) return false;
    finished(rows).forEach((row, at) => {
      const same = there.children[at];
      row.querySelector("[name=start]").value = same.querySelector("[name=start]").value;
      for (const name of ["minimum", "maximum"]) takeNumber(row.querySelector(`[name=${name}]`), same.querySelector(`[name=${name}]`).value);
      row.querySelector("[name=list]").innerHTML = same.querySelector("[name=list]").innerHTML;
      row.dataset.list = same.dataset.list || "";
      const [mine, theirs] = [row, same].map((one) => one.querySelector(".more .buttons"));
      if (!mine.contains(document.activeElement)) mine.innerHTML = theirs.innerHTML;
    });
    number();
    blank.innerHTML = there.ownerDocument.querySelector("template[data-blank]").innerHTML;
    return true;
  }

  // A number may rest on others: as many as there are in (๑).
  function takeNumber(field, value) {
    if (field !== document.activeElement && arabic(field.value.trim()) !== arabic(value)) field.value = value;
  }

  // The text keeps another order: the rows follow it, and the cursor its row.
  function showAs(there) {
    const row = document.activeElement?.closest?.(".seat-row");
    const [name, field] = row ? [nameOf(row), document.activeElement.name || "office"] : ["", ""];
    rows.innerHTML = there.innerHTML;
    const same = name && [...rows.children].find((one) => nameOf(one) === name);
    if (same) same.querySelector(`[name=${field}]`)?.focus();
  }

  // The cursor where it was before its item moved.
  function backTo({ office, field, item }) {
    const row = [...rows.children].find((one) => nameOf(one) === office) || rows.firstElementChild;
    const more = row?.querySelector("details");
    const button = item && row?.querySelector(`[data-item=${item}]`);
    if (button && more) more.open = true;
    (button || row?.querySelector(`[name=${item ? "office" : field}]`))?.focus();
  }

  function replace(page, ids) {
    for (const id of ids) {
      const [here, there] = [document.getElementById(id), page.getElementById(id)];
      if (here && there) here.innerHTML = there.innerHTML;
      else if (here) here.replaceChildren();
    }
  }
}
