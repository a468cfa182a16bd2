// The pages of review: keys, and places taken from a selection in the article's text. Without this
// the same is done with links, buttons and words typed into the field.
//
// Each piece of the text says in data-at at which code point of the article it begins. A piece
// that hides a name has data-to, too: what is selected of it is all of it.

const text = document.querySelector("[data-text]");

// points is how many code points a text has before an offset in UTF-16 units.
const points = (s, offset) => [...s.slice(0, offset)].length;

// at is the code point of the article at one end of a selection; null where that is not in the text.
function at(node, offset, end) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const child = node.childNodes[end ? offset - 1 : offset];
    if (child) return at(child, end ? lengthOf(child) : 0, end);
  }
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-at]");
  if (!piece || !text.contains(piece)) {
    return null;
  }
  const from = Number(piece.dataset.at);
  if (piece.dataset.to) return end ? Number(piece.dataset.to) : from;
  return from + points(piece.textContent, node.nodeType === Node.TEXT_NODE ? offset : end ? piece.textContent.length : 0);
}

const lengthOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.data.length : node.childNodes.length);

// selected is the stretch of the article that is selected, without spaces at its ends: [from, to].
export function selected() {
  const s = getSelection();
  if (!text || !s || s.rangeCount === 0 || s.isCollapsed) return null;
  const r = s.getRangeAt(0);
  if (!text.contains(r.commonAncestorContainer)) return null;
  let from = at(r.startContainer, r.startOffset, false);
  let to = at(r.endContainer, r.endOffset, true);
  if (to === null && r.endContainer.nodeType === Node.ELEMENT_NODE && r.endOffset === 0) {
    const before = [...text.querySelectorAll("[data-at]")].filter((p) => r.comparePoint(p, 0) <= 0).pop();
    if (before) to = before.dataset.to ? Number(before.dataset.to) : Number(before.dataset.at) + points(before.textContent, before.textContent.length);
  }
  if (from === null || to === null || from >= to) return null;
  const blank = (n) => /^\s*$/u.test(letters.get(n) ?? "");
  while (from < to && blank(from)) from++;
  while (from < to && blank(to - 1)) to--;
  return from < to ? [from, to] : null;
}

// letters are what stands at each code point of the article, as far as it is shown.
const letters = new Map();
for (const piece of text?.querySelectorAll("[data-at]") ?? []) {
  let n = Number(piece.dataset.at);
  if (piece.dataset.to) for (; n < Number(piece.dataset.to); n++) letters.set(n, "-");
  else for (const letter of piece.textContent) letters.set(n++, letter);
}

// put writes a stretch into a field; more adds it to what is there.
function put(input, more) {
  const range = selected();
  if (!range || !input) return false;
  const said = range.join("-");
  const had = /^\d+-\d+(,\d+-\d+)*$/.test(input.value.trim()) ? input.value.trim().split(",") : [];
  const all = more ? [...had, said] : [said];
  all.sort((a, b) => parseInt(a) - parseInt(b));
  input.value = all.join(",");
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

// The field that the next selection goes into: the last one that had the focus.
let taking = document.querySelector("[data-correct] input[data-place]");
const take = (input) => {
  document.querySelectorAll("input.taking").forEach((i) => i.classList.remove("taking"));
  taking = input;
  input.classList.add("taking");
};
document.querySelectorAll("input[data-place]").forEach((input) => input.addEventListener("focus", () => take(input)));
for (const [name, more] of [["take", false], ["more", true]]) {
  document.querySelectorAll(`button[data-${name}]`).forEach((button) => {
    button.hidden = false;
    button.addEventListener("mousedown", (e) => e.preventDefault()); // the selection stays
    button.addEventListener("click", () => {
      const input = document.getElementById(button.dataset[name]);
      take(input);
      put(input, more);
    });
  });
}
// Selecting in the text while the form of correction is open fills the field.
text?.addEventListener("mouseup", () => {
  const form = document.querySelector("[data-correct]");
  if (form && (form.tagName !== "DETAILS" || form.open) && taking?.classList.contains("taking")) put(taking, false);
});

// Keys act where nobody is typing. A key that needs another beside it is the browser's.
addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
  if (e.target.closest?.("input, select, textarea, [contenteditable]")) {
    if (e.key === "Escape") e.target.blur();
    return;
  }
  // By its place on the keyboard too: on an Arabic layout the key of "a" gives a letter of Arabic.
  const key = /^[a-z]$/i.test(e.key) ? e.key.toLowerCase() : /^Key[A-Z]$/.test(e.code) ? e.code.slice(3).toLowerCase() : "";
  if (key === "c") {
    const form = document.querySelector("details[data-correct]");
    if (!form) return;
    e.preventDefault();
    form.open = true;
    if (taking) {
      take(taking);
      if (!put(taking, false)) taking.focus();
    }
    return;
  }
  let to = document.querySelector(`[data-key="${key}"]`);
  if (!to && key === "u") to = [...document.querySelectorAll("[data-undo]")].pop();
  if (!to && (key === "j" || key === "k")) {
    const all = [...document.querySelectorAll("[data-queue] h2 a")];
    const here = all.indexOf(document.activeElement);
    to = key === "j" ? all[here + 1] : all[Math.max(here - 1, 0)];
    if (to) {
      e.preventDefault();
      to.focus();
    }
    return;
  }
  if (key && to) {
    e.preventDefault();
    to.click();
  }
});
