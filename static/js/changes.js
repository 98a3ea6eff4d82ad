// Going from change to change in a comparison: buttons, and the keys n and p (j and k do the same).

const changes = [...document.querySelectorAll("[data-change]")];
const counter = document.querySelector("[data-change-counter]");
let at = -1;

function go(step) {
  if (!changes.length) return;
  at = at < 0 && step < 0 ? changes.length - 1 : (at + step + changes.length) % changes.length;
  const change = changes[at];
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "center" });
  if (counter) counter.textContent = counter.dataset.template.replace("{at}", at + 1).replace("{of}", changes.length);
}

document.querySelector("[data-next-change]")?.addEventListener("click", () => go(1));
document.querySelector("[data-previous-change]")?.addEventListener("click", () => go(-1));
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "n" || event.key === "j") go(1);
  else if (event.key === "p" || event.key === "k") go(-1);
});
