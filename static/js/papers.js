// A long document: asked for by itself, then followed until it is ready.

document.querySelector("form[data-submit-now]")?.requestSubmit();

const bar = document.querySelector("progress[data-state]");
const digits = (number) => document.documentElement.lang === "th"
  ? String(number).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit])
  : String(number);

async function look() {
  const answer = await fetch(bar.dataset.state, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  const state = answer?.ok ? await answer.json() : null;
  if (state?.over) return location.reload();
  if (state?.total > 1) { // one part, or still in the queue: it runs without a measure
    bar.max = state.total;
    bar.value = state.done;
    document.querySelector("[data-done]").textContent = digits(state.done);
    document.querySelector("[data-total]").textContent = digits(state.total);
    document.querySelector("[data-parts]").hidden = false;
  }
  return setTimeout(look, 1500);
}
if (bar) setTimeout(look, 1000);
