/* Moving posts: by hand or by key. Both end in the same small form; without script a post's own page changes its time. */
const form = document.getElementById("move");
const status = document.getElementById("moving");
const says = (template, ...words) => words.reduce((text, word, at) => text.replace(`{${at}}`, word), template);

function timeIn(cell, event) {
  return cell.dataset.hour === undefined ? "" : `${cell.dataset.hour.padStart(2, "0")}:${event.dataset.time.slice(3)}`;
}
function keep(event, cell) {
  form.action = `/calendar/posts/${event.dataset.moves}/move`;
  form.elements.day.value = cell.dataset.day;
  form.elements.time.value = timeIn(cell, event);
  form.requestSubmit();
}

/* By hand */
let held = null;
document.addEventListener("dragstart", event => {
  held = event.target.closest?.("[data-moves]");
  if (!held || !form) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", held.textContent.trim());
  held.dataset.held = "";
});
document.addEventListener("dragend", () => {
  delete held?.dataset.held;
  held = null;
  mark(null);
});
document.addEventListener("dragover", event => {
  const cell = held && event.target.closest?.("[data-day]");
  mark(cell);
  if (cell) { event.preventDefault(); event.dataTransfer.dropEffect = "move"; }
});
document.addEventListener("drop", event => {
  const cell = held && event.target.closest?.("[data-day]");
  if (!cell) return;
  event.preventDefault();
  if (!cell.contains(held)) keep(held, cell);
});
function mark(cell) {
  document.querySelectorAll("[data-under]").forEach(each => { if (each !== cell) delete each.dataset.under; });
  if (cell) cell.dataset.under = "";
}

/* By key: Alt and an arrow carries it on, Enter keeps, Escape puts it back where it was. */
let carried = null;
document.addEventListener("keydown", event => {
  const post = event.target.closest?.("[data-moves]");
  if (!post || !form) return;
  if (event.altKey && event.key.startsWith("Arrow")) {
    event.preventDefault();
    carry(post, event.key);
  } else if (carried && event.key === "Enter") {
    event.preventDefault();
    keep(post, carried.cell);
  } else if (carried && event.key === "Escape") {
    event.preventDefault();
    putBack(post);
  }
});
document.addEventListener("focusout", event => { if (carried?.post === event.target && !carried.moving) putBack(event.target); });

function carry(post, key) {
  const cells = [...post.closest("[data-grid]").querySelectorAll(".day, .slot-cell")];
  const here = carried?.cell ?? post.closest(".day, .slot-cell");
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  let to = cells.indexOf(here) + step;
  while (cells[to] && cells[to].dataset.day === undefined && step > 0) to += step;
  const cell = cells[to];
  if (!cell || cell.dataset.day === undefined) return;
  carried ??= { post, from: post.parentElement, next: post.nextSibling };
  carried.cell = cell;
  carried.moving = true;
  cell.append(post);
  post.focus();
  carried.moving = false;
  mark(cell);
  const hour = cell.dataset.hour === undefined ? "" : `, ${timeIn(cell, post)}`;
  status.textContent = says(status.dataset.says, cell.dataset.says + hour);
}
function putBack(post) {
  const { from, next } = carried;
  carried.moving = true;
  from.insertBefore(post, next);
  post.focus();
  carried = null;
  mark(null);
  status.textContent = status.dataset.back;
}

/* Filters show at once; the print button exists where printing does; a secret address is ready to be copied. */
document.addEventListener("change", event => event.target.closest("form[data-sends-itself]")?.requestSubmit());
document.querySelectorAll("[data-without-script]").forEach(each => each.remove());
document.querySelectorAll("[data-prints]").forEach(each => {
  each.hidden = false;
  each.addEventListener("click", () => {
    // A square shows a day's first posts; on paper nobody can open the rest, so a full month is printed as its list.
    if (document.querySelector(".month .rest")) location.assign(`${each.dataset.prints}#print`);
    else window.print();
  });
});
if (location.hash === "#print") window.addEventListener("load", () => window.print());
document.querySelectorAll("[data-selects]").forEach(each => { each.focus(); each.select(); });
