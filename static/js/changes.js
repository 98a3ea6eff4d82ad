// Going from change to change in a comparison: buttons, and the keys n and p (j and k do the same).

import { letterOf } from "./keys.js";

const changes = [...document.querySelectorAll("[data-change]")];
const counter = document.querySelector("[data-change-counter]");
let at = -1;

// In the script of the page's language.
const digits = (number) => number.toLocaleString(document.documentElement.lang === "th" ? "th-TH-u-nu-thai" : "en");

function go(step) {
  if (!changes.length) return;
  at = at < 0 && step < 0 ? changes.length - 1 : (at + step + changes.length) % changes.length;
  const change = changes[at];
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "center" });
  if (counter) counter.textContent = counter.dataset.template.replace("{at}", digits(at + 1)).replace("{of}", digits(changes.length));
}

document.querySelector("[data-next-change]")?.addEventListener("click", () => go(1));
document.querySelector("[data-previous-change]")?.addEventListener("click", () => go(-1));
document.addEventListener("keydown", (event) => {
  const letter = letterOf(event);
  if (letter === "n" || letter === "j") go(1);
  else if (letter === "p" || letter === "k") go(-1);
});
