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

// A field that is copied by a button; where the browser does not let a script copy, its words are marked for the person.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const [field, said] = [document.getElementById(button.dataset.copy), button.parentElement.querySelector("[data-copied]")];
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = said.dataset.copied;
    } catch {
      field.focus();
      said.textContent = said.dataset.marked;
    }
  });
}

// Where links to pages do not fit beside each other, the one that is open is in sight.
for (const tab of document.querySelectorAll(":is(.tabs, .site-nav) [aria-current]")) {
  const tabs = tab.closest("nav");
  tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
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
