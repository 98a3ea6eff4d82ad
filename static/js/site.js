// What every page may use; each part does nothing where its element is not.

// After an error the summary is read first.
document.querySelector("[data-focus]")?.focus();

// Contents of an act: open beside the text, folded above it on a narrow screen.
const contents = document.querySelector("details.contents");
if (contents) {
  const wide = window.matchMedia("(min-width: 62rem)");
  const fit = () => { contents.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
}

// A page about a proposal that is read says so, so that it is told later what is new since.
const looked = document.querySelector("form[data-looked]");
if (looked) {
  fetch(looked.action, {
    method: "POST", body: new FormData(looked), keepalive: true, headers: { "X-Requested-With": "fetch" },
  }).then((answer) => { if (answer.ok) looked.querySelector("button").remove(); }, () => {});
}

// A form that is sent twice by a double click is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
