// What a defined word or a citation stands for, beside it: by mouse, by keyboard and by touch. Without this script
// the browser shows the same words itself, to mice only.

const LINKS = "a.cite[title], a.defined[title], a[data-preview]";
const REST = 250; // milliseconds: a pointer on its way elsewhere asks nothing

const text = document.querySelector(".act-text[data-go]");
if (text) start(text);

function start(text) {
  const box = document.createElement("div");
  const words = box.appendChild(document.createElement("p"));
  const way = box.appendChild(document.createElement("a"));
  Object.assign(box, { className: "preview screen-only", hidden: true });
  words.id = "preview-words";
  way.textContent = text.dataset.go;
  text.append(box);
  let shown = null;
  let timer = 0;

  const link = (event) => event.target.closest?.(LINKS);
  const soon = (deed) => {
    clearTimeout(timer);
    timer = setTimeout(deed, REST);
  };

  // Its own title would be shown over it by the browser.
  function wordsOf(link) {
    if (link.title) {
      link.dataset.preview = link.title;
      link.removeAttribute("title");
    }
    return link.dataset.preview;
  }

  function show(link, { touched = false } = {}) {
    clearTimeout(timer);
    if (shown && shown !== link) hide();
    words.textContent = wordsOf(link);
    way.href = link.hash;
    way.hidden = !touched;
    shown = link;
    link.setAttribute("aria-describedby", words.id);
    box.hidden = false;
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  // Below the words, above where there is no room; never out of the window.
  function place(link) {
    const lines = link.getClientRects();
    const line = lines[lines.length - 1];
    const around = text.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - box.offsetWidth - 16;
    const below = line.bottom + box.offsetHeight + 16 < window.innerHeight;
    box.style.left = `${Math.max(16, Math.min(line.left, edge)) - around.left}px`;
    box.style.top = `${(below ? line.bottom + 4 : lines[0].top - box.offsetHeight - 4) - around.top}px`;
  }

  text.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const on = link(event);
    if (on) {
      wordsOf(on);
      if (on !== shown) soon(() => show(on));
      else clearTimeout(timer);
    } else if (box.contains(event.target)) clearTimeout(timer);
    else if (shown) soon(hide);
    else clearTimeout(timer);
  });
  text.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") soon(hide); });
  text.addEventListener("focusin", (event) => {
    const on = link(event);
    if (on?.matches(":focus-visible")) show(on);
  });
  text.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) hide(); });
  // The first tap shows, the second goes there, as does the way in the box.
  text.addEventListener("click", (event) => {
    const on = link(event);
    if (on && event.pointerType === "touch" && on !== shown) {
      event.preventDefault();
      show(on, { touched: true });
    } else if (on || event.target === way) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !box.contains(event.target) && !shown.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && shown) hide(); });
}
