"use strict";
// Facts are put right in place. Without this, each step is a page of its own; with it, only the facts change.

const facts = () => document.querySelector("[data-facts]");

const take = async (answer, focus) => {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-facts]");
  if (!fresh) throw new Error("another page came back");
  facts().replaceWith(document.adoptNode(fresh));
  const field = facts().querySelector("[data-mend] input:not([type=hidden]), [data-mend] textarea");
  if (field) { field.focus(); return; }
  const now = focus && focus();
  if (now) now.focus();
};

const named = (ref) => () => document.getElementById(ref) || document.getElementById(ref.replace(/\.[a-z_]+$/, ""));

const follow = async (link) => {
  const back = link.closest("[data-mend]");
  const ref = back && back.elements.ref.value;
  const offer = back && !ref ? `[href*="add=${back.elements.kind.value}"]` : "";
  await take(await fetch(link.href), () => (ref && named(ref)()) || (offer && facts().querySelector(offer)));
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-facts] a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  follow(link).catch(() => { location.href = link.href; });
});

document.addEventListener("keydown", (event) => {
  const form = event.key === "Escape" && event.target.closest("[data-mend]");
  if (form) form.querySelector("[data-leave]").click();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-facts]")) return;
  event.preventDefault();
  const said = new URLSearchParams(new FormData(form, event.submitter));
  const ref = said.get("ref") || "";
  const kind = said.get("kind");
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  fetch(form.action, {method: "POST", body: said}).then(async (answer) => {
    if (answer.status >= 500) throw new Error(String(answer.status));
    await take(answer, () => (kind ? facts().querySelector(`[href*="add=${kind}"]`) : named(ref)()) || facts().querySelector(".fact"));
    if (!facts().querySelector("[data-mend]")) document.querySelector("[data-told]").textContent = "Kept. Everything that follows from it was worked out anew.";
  }).catch(() => {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
    form.insertAdjacentHTML("afterbegin", "<p class=\"trouble\" role=\"alert\">Not kept yet: Everest does not answer. Your words are still here; try again.</p>");
  });
});
