/* Behaviour that several rooms need. Everything on a page works without it; this only makes it quicker. */

const page = document.documentElement;
const meta = name => document.querySelector(`meta[name="${name}"]`);

/* Forms sent by htmx prove where they come from, like the plain ones do. */
document.addEventListener("htmx:configRequest", event => {
  const token = meta("csrf");
  if (token?.content && event.detail.verb !== "get") event.detail.headers[token.dataset.header] = token.content;
});

/* A failure never lands in the page: its sentence becomes a toast. */
document.addEventListener("htmx:responseError", event => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText ?? "", "text/html");
  toast(answer.querySelector("toast-flash") ?? lost());
});
document.addEventListener("htmx:sendError", () => toast(lost()));
document.addEventListener("htmx:timeout", () => toast(lost()));

function toast(flash) {
  document.getElementById("flash")?.replaceChildren(flash);
}

function lost() {
  const flash = document.createElement("toast-flash");
  flash.className = "toast toast--warn";
  flash.dataset.seconds = "15";
  const text = document.createElement("span");
  text.className = "grow";
  text.textContent = document.getElementById("flash")?.dataset.failed ?? "";
  flash.append(text);
  return flash;
}

/* Words that did not arrive because their writer was signed out stay where they are. Once somebody signed in again, in
   another tab, the page takes up the new proof and saves them. */
document.addEventListener("htmx:beforeOnLoad", event => {
  const form = document.querySelector('form[data-autosave]:is([data-state="typing"], [data-state="saving"], [data-state="unsaved"])');
  const { status } = event.detail.xhr;
  if (!form || (status !== 401 && (status !== 403 || event.target !== form))) return;
  event.preventDefault();
  goOnAsBefore(form, new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").querySelector("toast-flash"));
});
window.addEventListener("focus", () => {
  const form = document.querySelector("form[data-autosave][data-signed-out]");
  if (form) goOnAsBefore(form);
});

async function goOnAsBefore(form, refusal) {
  const fresh = await proofOfNow().catch(() => "");
  if (!fresh) {
    form.dataset.signedOut = "";
    toast(signedOut());
  } else if (fresh !== meta("csrf").content) {
    meta("csrf").content = fresh;
    document.querySelectorAll('input[name="_csrf"]').forEach(each => { each.value = fresh; });
    delete form.dataset.signedOut;
    document.getElementById("flash")?.replaceChildren();
    save(form);
  } else {
    toast(refusal ?? lost());
  }
}
async function proofOfNow() {
  const answer = await fetch(location.href);
  return answer.ok && !answer.redirected
    ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector('meta[name="csrf"]').content
    : "";
}
function signedOut() {
  const flash = lost();
  const { signedOut: words, signIn } = document.getElementById("flash").dataset;
  flash.dataset.seconds = "3600";
  flash.firstChild.textContent = words;
  const link = document.createElement("a");
  link.href = "/sign-in";
  link.target = "_blank";
  link.textContent = signIn;
  flash.append(link);
  return flash;
}

/* <toast-flash data-seconds="8">: goes by itself, waits while somebody reads or holds it. */
customElements.define("toast-flash", class extends HTMLElement {
  connectedCallback() {
    this.left = Number(this.dataset.seconds ?? 8);
    this.clock = setInterval(() => {
      if (!this.matches(":hover, :focus-within")) this.left -= 1;
      if (this.left <= 0) this.remove();
    }, 1000);
  }
  disconnectedCallback() { clearInterval(this.clock); }
});

/* <char-counter for="text" max="300">: counts letters as a reader sees them. Its words come from the server:
   data-left="{0} left", data-over="{0} too many". */
customElements.define("char-counter", class extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"));
    this.segments = new Intl.Segmenter(page.lang, { granularity: "grapheme" });
    this.count = this.count.bind(this);
    this.field?.addEventListener("input", this.count);
    this.count();
  }
  disconnectedCallback() { this.field?.removeEventListener("input", this.count); }
  count() {
    if (!this.field) return;
    const used = [...this.segments.segment(this.field.value)].length;
    const left = Number(this.getAttribute("max")) - used;
    const words = left < 0 ? this.dataset.over : this.dataset.left;
    this.textContent = (words ?? "{0}").replace("{0}", Math.abs(left).toLocaleString("en-IN"));
    this.toggleAttribute("data-too-long", left < 0);
  }
});

/* <form data-autosave="1500">: saves after a pause in typing and before the page goes away. The form's own hx-*
   attributes say where; it listens for "autosave". data-state on it is typing, saving, saved or unsaved. */
document.addEventListener("input", event => {
  const form = event.target.form; // also a field that stands elsewhere and names its form
  if (!form?.matches("form[data-autosave]") || event.target.closest("[data-autosave-not]")) return;
  form.dataset.state = "typing";
  clearTimeout(form.autosaving);
  form.autosaving = setTimeout(() => save(form), Number(form.dataset.autosave) || 1500);
});
export function save(form) {
  clearTimeout(form.autosaving);
  form.dataset.state = "saving";
  form.dispatchEvent(new Event("autosave", { bubbles: true }));
}
document.addEventListener("htmx:afterRequest", event => {
  const form = event.target.closest?.("form[data-autosave]");
  if (form?.dataset.state === "saving") form.dataset.state = event.detail.successful ? "saved" : "unsaved";
});
document.addEventListener("htmx:sendError", event => {
  const form = event.target.closest?.("form[data-autosave]");
  if (form) setTimeout(() => { if (form.isConnected && form.dataset.state === "unsaved") save(form); }, 5000);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden") return;
  document.querySelectorAll('form[data-state="typing"]').forEach(save);
});
window.addEventListener("beforeunload", event => {
  if (document.querySelector('form[data-state="typing"], form[data-state="saving"], form[data-state="unsaved"]')) event.preventDefault();
});
document.addEventListener("submit", event => { if (event.target.dataset.autosave) event.target.dataset.state = "saved"; });

/* <button data-opens="dialog-id"> opens a <dialog>; a button in it with data-closes closes it. */
document.addEventListener("click", event => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  event.target.closest("[data-closes]")?.closest("dialog")?.close();
  document.querySelectorAll("details.switcher[open]").forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.switcher[open], details.more[open]").forEach(menu => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

/* After a swap, focus goes where the new part asks: data-focus, or the first field that needs another look. */
document.addEventListener("htmx:afterSettle", event => {
  const part = event.detail.elt;
  const asks = part.matches?.("[data-focus]") ? part : part.querySelector?.('[data-focus], [aria-invalid="true"]');
  asks?.focus();
});

/* <input type="file" data-most-bytes data-too-large="…">: a file that the server would turn away is refused before it is
   sent, with the form and all that was typed in it still there. */
document.addEventListener("change", event => {
  const { mostBytes, tooLarge } = event.target.dataset;
  if (!mostBytes) return;
  const over = [...event.target.files].some(file => file.size > Number(mostBytes));
  event.target.setCustomValidity(over ? tooLarge : "");
  if (over) event.target.reportValidity();
});

/* A blocked button stays focusable and does nothing; its aria-describedby says why. */
document.addEventListener("click", event => {
  if (event.target.closest('[aria-disabled="true"]')) { event.preventDefault(); event.stopImmediatePropagation(); }
}, true);

/* Shortcuts: G then a letter goes to a place, N new post, / search, J K through a list, R A C press the button that
   carries that letter in data-key. Turned off by <body data-keys="off">, and never while somebody types. */
let going = 0;
document.addEventListener("keydown", event => {
  if (document.body.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
  const key = event.key.toLowerCase();
  if (key === "g") { going = Date.now(); return; }
  const went = Date.now() - going < 1500;
  going = 0;
  if (went) press(`.nav [data-key="${CSS.escape(key)}"]`, event);
  else if (key === "/") focusOn(document.querySelector('input[type="search"]'), event);
  else if (key === "j" || key === "k") walk(key === "j" ? 1 : -1, event);
  else if (/^[a-z]$/.test(key)) press(`main [data-key="${key}"]`, event);
});
function press(selector, event) {
  const found = [...document.querySelectorAll(selector)].find(each => each.checkVisibility());
  if (found) { event.preventDefault(); found.click(); }
}
function focusOn(element, event) {
  if (element) { event.preventDefault(); element.focus(); }
}
function walk(step, event) {
  const rows = [...document.querySelectorAll("[data-walk] a, [data-walk] [tabindex='0']")].filter(each => each.checkVisibility());
  if (rows.length) focusOn(rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(document.activeElement) + step))], event);
}
