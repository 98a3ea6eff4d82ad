// Reading an act: the contents say in which chapter the reader is.

const links = new Map(
  [...document.querySelectorAll(".contents a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
);
const heads = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);

function mark() {
  const line = window.innerHeight / 3;
  const above = heads.filter((head) => head.getBoundingClientRect().top < line);
  const current = above.length ? links.get(above[above.length - 1].id) : undefined;
  links.forEach((link) => link.toggleAttribute("aria-current", false));
  current?.setAttribute("aria-current", "true");
}

let waiting = false;
document.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; mark(); });
}, { passive: true });
mark();
