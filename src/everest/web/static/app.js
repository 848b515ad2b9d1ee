"use strict";
// Shared by all pages: nothing typed is lost, files can be dropped, piles can be sorted.

const put = (path, body) => fetch(path, {
  method: "PUT", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body), keepalive: true,
});

// What is typed before anything is saved stays in this browser until it was sent and taken.
for (const field of document.querySelectorAll("[data-keep]")) {
  const key = "everest.keep." + field.dataset.keep;
  if (!field.value) field.value = localStorage.getItem(key) || "";
  field.addEventListener("input", () => localStorage.setItem(key, field.value));
  field.form.addEventListener("submit", () => sessionStorage.setItem("everest.sent", field.form.id || "form"));
}
if (location.pathname.startsWith("/p/") && sessionStorage.getItem("everest.sent")) {
  sessionStorage.removeItem("everest.sent");
  for (const key of Object.keys(localStorage)) if (key.startsWith("everest.keep.")) localStorage.removeItem(key);
}

// A field of a preparation saves itself while one types. A copy stays here until the server has it.
for (const field of document.querySelectorAll("[data-field]")) {
  const copy = `everest.${field.dataset.preparation}.${field.dataset.field}`;
  const path = `/api/v1/preparations/${field.dataset.preparation}/fields/${field.dataset.field}`;
  const said = field.closest("form").querySelector("[data-saved]");
  let base = field.defaultValue;
  let timer = 0;
  let sending = false;
  const tell = (words) => { if (said) said.textContent = words; };
  const save = async () => {
    clearTimeout(timer);
    timer = 0;
    if (sending) { timer = setTimeout(save, 200); return; }
    const text = field.value;
    if (text === base) { localStorage.removeItem(copy); return; }
    sending = true;
    try {
      const answer = await put(path, {text, base});
      if (!answer.ok) throw new Error(String(answer.status));
      const kept = await answer.json();
      base = text;
      if (field.value === text) localStorage.removeItem(copy);
      tell(kept.crossed ? "Saved. Another window had changed this too; its words are under Earlier wordings." : "Saved.");
    } catch {
      tell("Not saved yet: Everest does not answer. Your words are kept in this browser.");
      timer = setTimeout(save, 3000);
    } finally { sending = false; }
  };
  const kept = localStorage.getItem(copy);
  if (kept !== null && kept !== field.value) {
    field.value = kept;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    save();
  }
  field.addEventListener("input", () => {
    localStorage.setItem(copy, field.value);
    if (!timer) timer = setTimeout(save, 400);
  });
  field.addEventListener("change", save);
  field.form.addEventListener("submit", () => { clearTimeout(timer); localStorage.removeItem(copy); });
  // Coming back to this window, or to this page: take over what was kept meanwhile, unless words of one's own wait.
  const takeOver = async () => {
    if (document.hidden) { if (timer) save(); return; }
    if (field.value !== base) return;
    const answer = await fetch(path.replace(/\/[^/]+$/, "")).catch(() => null);
    if (!answer || !answer.ok) return;
    const now = (await answer.json())[field.dataset.field];
    if (now && now !== base && field.value === base) {
      field.value = base = now;
      field.dispatchEvent(new Event("taken", {bubbles: true}));
    }
  };
  document.addEventListener("visibilitychange", takeOver);
  window.addEventListener("pageshow", takeOver);
}

// Files can be dropped.
for (const place of document.querySelectorAll("[data-drop]")) {
  const input = place.querySelector("input");
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}

// Cards move to the pile they are given to, by drag or by choice.
const piles = document.querySelector("[data-piles]");
if (piles) {
  const pileOf = (name) => [...piles.querySelectorAll("[data-pile]")].find((pile) => pile.dataset.pile === name);
  piles.addEventListener("change", (event) => {
    const held = event.target;
    pileOf(held.value).append(held.closest(".value-card"));
    held.focus();
  });
  let dragged = null;
  piles.addEventListener("dragstart", (event) => { dragged = event.target.closest(".value-card"); });
  for (const pile of piles.querySelectorAll("[data-pile]")) {
    pile.addEventListener("dragover", (event) => { if (dragged) { event.preventDefault(); pile.classList.add("over"); } });
    pile.addEventListener("dragleave", () => pile.classList.remove("over"));
    pile.addEventListener("drop", (event) => {
      event.preventDefault();
      pile.classList.remove("over");
      if (!dragged) return;
      for (const choice of dragged.querySelectorAll("input")) choice.checked = choice.value === pile.dataset.pile;
      pile.append(dragged);
      dragged = null;
    });
  }
}

// A link to a rule opens it.
const aimed = location.hash && document.getElementById(location.hash.slice(1));
if (aimed && aimed.tagName === "DETAILS") { aimed.open = true; aimed.scrollIntoView(); }
