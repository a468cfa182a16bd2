// The page of sources: files may be dropped anywhere on it, and jobs are shown as they go. Without
// this the form and a link do the same.

const form = document.querySelector("form[data-drop]");
if (form) {
  const input = form.querySelector('input[name="files"]');
  const here = form.querySelector("[data-drop-here]");
  here.hidden = false;
  let over = 0;
  const mark = (on) => form.classList.toggle("dropping", on);
  addEventListener("dragenter", (e) => {
    if (e.dataTransfer && [...e.dataTransfer.types].includes("Files")) {
      over++;
      mark(true);
    }
  });
  addEventListener("dragleave", () => {
    over = Math.max(0, over - 1);
    mark(over > 0);
  });
  addEventListener("dragover", (e) => e.preventDefault());
  addEventListener("drop", (e) => {
    e.preventDefault();
    over = 0;
    mark(false);
    if (e.dataTransfer.files.length === 0) return;
    const all = new DataTransfer(); // what was chosen before stays
    for (const f of input.files) all.items.add(f);
    for (const f of e.dataTransfer.files) all.items.add(f);
    input.files = all.files;
    form.requestSubmit();
  });
}

// While a job is going on its part of the page is fetched anew.
const every = 1500; // ms
const refresh = async () => {
  const jobs = document.querySelector("[data-jobs]");
  if (!jobs || !jobs.querySelector("[data-active]")) return;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-jobs]");
      const open = [...jobs.querySelectorAll("details")].map((d) => d.open);
      if (now && !jobs.contains(document.activeElement)) {
        [...now.querySelectorAll("details")].forEach((d, i) => (d.open = open[i] ?? false));
        jobs.replaceWith(now);
        if (!now.querySelector("[data-active]")) return location.reload(); // what it brought is elsewhere on the page
      }
    }
  } catch {
    // the desk was closed, perhaps: the next look says so
  }
  setTimeout(refresh, every);
};
setTimeout(refresh, every);
