/* A form that must see what was typed last waits until the composer has saved it; when that failed, it stays. */
document.addEventListener("submit", event => {
  const composer = document.getElementById("composer");
  const form = event.target.closest?.("form[data-after-saving]");
  if (!form || !composer || !["typing", "saving"].includes(composer.dataset.state)) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const button = event.submitter;
  composer.addEventListener("htmx:afterRequest", () => setTimeout(() => {
    form.ariaBusy = null;
    if (composer.dataset.state !== "unsaved") form.requestSubmit(button);
  }), { once: true });
  if (composer.dataset.state === "typing") {
    clearTimeout(composer.autosaving);
    composer.dataset.state = "saving";
    composer.dispatchEvent(new Event("autosave", { bubbles: true }));
  }
});

/* Fields that stand outside the form but belong to it save themselves too. */
document.addEventListener("input", event => {
  const form = event.target.form;
  if (form?.id === "composer" && !form.contains(event.target)) form.dispatchEvent(new Event("input", { bubbles: true }));
});

/* Words of a channel's own begin as the main text. */
document.addEventListener("input", event => {
  if (event.target.name !== "own" || !event.target.checked) return;
  const words = document.getElementById(`text-${event.target.value}`);
  if (words && !words.value) words.value = document.getElementById("text").value;
});
