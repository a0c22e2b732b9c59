import { save } from "./hearten.js";

/* Whatever else is sent from the author's desk waits until the composer has saved what was typed last; when that failed,
   it is not sent, so that nothing is left behind. */
document.addEventListener("submit", event => {
  const composer = document.getElementById("composer");
  const form = event.target;
  if (!composer || form === composer || form.hasAttribute("hx-post") || !["typing", "saving"].includes(composer.dataset.state)) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const button = event.submitter;
  composer.addEventListener("htmx:afterRequest", () => setTimeout(() => {
    form.ariaBusy = null;
    if (composer.dataset.state !== "unsaved") form.requestSubmit(button);
  }), { once: true });
  if (composer.dataset.state === "typing") save(composer);
});

/* What each channel will show follows every key: its preview, its count, and whose words they are. */
const letters = new Intl.Segmenter(document.documentElement.lang, { granularity: "grapheme" });
const field = id => document.getElementById(id);
const ownSwitch = network => document.querySelector(`input[name="own"][value="${CSS.escape(network)}"]`);
const wordsOf = network => (ownSwitch(network)?.checked ? field(`text-${network}`) : field("text"))?.value ?? "";

customElements.define("version-counter", class extends HTMLElement {
  connectedCallback() { this.count(); }
  count() {
    const most = Number(this.getAttribute("max"));
    const used = [...letters.segment(wordsOf(this.getAttribute("network")))].length;
    const over = used > most;
    this.textContent = (over ? this.dataset.over : this.dataset.of)
      .replace("{0}", (over ? used - most : used).toLocaleString("en-IN")).replace("{1}", most.toLocaleString("en-IN"));
    this.toggleAttribute("data-too-long", over);
  }
});

function showAsTyped() {
  document.querySelectorAll("version-counter").forEach(each => each.count());
  document.querySelectorAll("[data-preview]").forEach(preview => {
    const body = preview.querySelector("[data-preview-text]");
    const title = preview.querySelector("[data-preview-title]");
    if (title && field("title")?.value.trim()) title.textContent = field("title").value;
    if (body) body.replaceChildren(...(body.dataset.previewText === "tagged" ? tagged(wordsOf(preview.dataset.preview)) : [wordsOf(preview.dataset.preview)]));
  });
}
function tagged(text) {
  return text.split(/(#[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)/u).map(piece => {
    if (!piece.startsWith("#") || piece.length < 2) return piece;
    const tag = document.createElement("span");
    tag.className = "tag";
    tag.textContent = piece;
    return tag;
  });
}
document.addEventListener("input", event => { if (event.target.form?.id === "composer") showAsTyped(); });

/* Words of a channel's own begin as the main text; put away, they wait and come back as they were. */
document.addEventListener("input", event => {
  if (event.target.name !== "own") return;
  const network = event.target.value;
  const words = field(`text-${network}`);
  if (words && event.target.checked && !words.value.trim()) words.value = field("text").value;
  const aside = document.querySelector(`[data-aside="${CSS.escape(network)}"]`);
  if (aside) aside.hidden = !words.value.trim() || words.value === field("text").value;
  if (event.target.checked) words?.focus();
  showAsTyped();
}, true);
document.addEventListener("click", event => {
  const network = event.target.closest("[data-takes-up]")?.dataset.takesUp;
  if (network) ownSwitch(network).click();
});

/* Nobody's reason is swept away under their fingers while the text is being checked. */
document.addEventListener("htmx:oobBeforeSwap", event => {
  const writing = document.activeElement?.closest(".answer");
  if (event.detail.target?.id === "guard" && writing && event.detail.target.contains(writing)) event.detail.shouldSwap = false;
});

/* Two people at one post know of each other: every few seconds this browser says that it is here. */
function sayHere() {
  const here = field("presence");
  if (!here || document.hidden || !window.htmx) return;
  const values = { writing: field("composer")?.dataset.state === "typing", revision: field("revision")?.value ?? 0 };
  window.htmx.ajax("POST", here.dataset.presence, { target: here, swap: "innerHTML", values })?.catch(() => {});
}
setTimeout(sayHere, 600);
setInterval(sayHere, 12000);

/* From a word processor comes more than words: odd spaces, soft hyphens, its own bullets, empty lines. Words stay. */
function plain(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/\u000b|\u2028|\u2029/g, "\n")
    .replace(/^[ \t]*(?:[\u00b7\u2022\u25aa\u25cf\u2023\u2043\uf0b7\uf0a7][ \t]*|o\t)(?=\S)/gm, "• ")
    .replace(/[ \t]+$/gm, "")
    .replace(/[ \t]{2,}/g, " ")
    .replace(/\n{3,}/g, "\n\n");
}
document.addEventListener("paste", event => {
  const into = event.target.closest?.("#composer textarea, #title");
  const text = event.clipboardData?.getData("text/plain");
  if (!into || !text) return;
  const clean = into.tagName === "INPUT" ? plain(text).replace(/\s*\n\s*/g, " ").trim() : plain(text);
  if (clean === text) return;
  event.preventDefault();
  // The browser's own way of inserting keeps Ctrl+Z; the other is for browsers that no longer have it.
  if (!document.execCommand("insertText", false, clean)) {
    into.setRangeText(clean, into.selectionStart, into.selectionEnd, "end");
    into.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

/* A block goes in where the cursor stood last, in whichever text that was. */
let lastField = null;
document.addEventListener("focusin", event => { if (event.target.matches?.("#text, #composer .editor__text")) lastField = event.target; });
document.addEventListener("click", event => {
  const block = event.target.closest?.("[data-inserts]");
  if (!block) return;
  const into = lastField?.isConnected ? lastField : field("text");
  block.closest("details").open = false;
  into.focus();
  if (!document.execCommand("insertText", false, block.dataset.inserts)) {
    into.setRangeText(block.dataset.inserts, into.selectionStart, into.selectionEnd, "end");
    into.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
