// What is typed stays in this browser until the server has it: pages that save while one writes keep it here.

// One place in this browser's storage. put() says whether there was room.
export function keep(key) {
  return {
    put(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    get() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null; // a browser that keeps nothing for pages
      }
    },
    drop() {
      localStorage.removeItem(key);
    },
  };
}

// The server's text has moved on since: the person decides, nothing is thrown away.
export function offer(kept, use) {
  const notice = document.querySelector("[data-kept]");
  notice.hidden = false;
  notice.querySelector("[data-kept-use]").addEventListener("click", () => {
    notice.hidden = true;
    use();
  });
  notice.querySelector("[data-kept-drop]").addEventListener("click", () => {
    notice.hidden = true;
    kept.drop();
  });
}
