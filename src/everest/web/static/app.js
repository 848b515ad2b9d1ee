"use strict";
// What is typed before a preparation exists is kept in this browser tab until it is sent.
for (const field of document.querySelectorAll("[data-keep]")) {
  const key = "everest." + field.dataset.keep;
  if (!field.value) field.value = sessionStorage.getItem(key) || "";
  field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
}
if (location.pathname.startsWith("/p/") && sessionStorage.getItem("everest.sent")) sessionStorage.clear();
const start = document.querySelector('form[action="/prepare"]');
if (start) start.addEventListener("submit", () => {
  start.querySelector("[data-working]").textContent = "Reading, linking, writing …";
  sessionStorage.setItem("everest.sent", "yes");
});

// The review follows the words, 250 ms after they pause.
const box = document.querySelector("textarea[data-review]");
if (box) {
  const place = document.querySelector("[data-found]");
  const saved = document.querySelector("[data-saved]");
  const id = box.dataset.preparation;
  let timer = 0;
  let latest = 0;
  const post = (method, path, body) => fetch(path, {
    method, headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
  });
  const save = async () => {
    if (!id) return;
    const sent = box.value;
    try {
      const answer = await post("PUT", `/api/v1/preparations/${id}/fields/answer`, {text: box.value});
      if (answer.ok && sent === box.value) localStorage.removeItem(`everest.answer.${id}`);
      saved.textContent = answer.ok ? "Saved." : "Not saved yet; keep this page open.";
    } catch { saved.textContent = "Not saved: Everest is not running. Keep this page open."; }
  };
  const look = async () => {
    const mine = ++latest;
    save();
    if (!box.value.trim()) { place.replaceChildren(); return; }
    const question = document.querySelector("#question");
    const body = {text: box.value};
    if (id) body.preparation = id;
    if (question && question.value.trim()) body.question = question.value;
    const answer = await post("POST", "/api/v1/review", body).catch(() => null);
    if (answer && answer.ok && mine === latest) draw(await answer.json());
  };
  const make = (tag, text, name) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  };
  const words = {ready: "Ready to say.", revise: "Worth another look before you say it.", avoid: "Do not say this yet: it would likely cost you."};
  const tags = {error: "mend", warning: "consider", advice: "note"};
  const draw = (review) => {
    const found = make("div", "", "found " + review.verdict);
    const verdict = make("p", "", "verdict");
    verdict.append(make("strong", words[review.verdict]), make("span", ` ${review.score} of 100`, "soft"));
    found.append(verdict, drawn(review));
    const list = make("ul", "", "findings");
    for (const finding of review.findings) {
      const item = make("li", "", finding.severity);
      item.append(make("span", tags[finding.severity], "tag"), ` ${finding.message} `, make("span", finding.suggestion, "soft"));
      list.append(item);
    }
    found.append(list);
    place.replaceChildren(found);
  };
  const drawn = (review) => {
    const points = Array.from(box.value); // offsets count code points
    const line = make("p", "", "spoken");
    let at = 0;
    for (const finding of [...review.findings].sort((a, b) => a.start - b.start)) {
      if (finding.end <= finding.start || finding.start < at) continue;
      const mark = make("mark", points.slice(finding.start, finding.end).join(""), finding.severity);
      mark.title = finding.message;
      line.append(points.slice(at, finding.start).join(""), mark);
      at = finding.end;
    }
    line.append(points.slice(at).join(""));
    return line;
  };
  // A copy stays in this browser until the server has it, so that a stopped server loses nothing.
  const copy = id && `everest.answer.${id}`;
  if (copy && localStorage.getItem(copy) !== null) { box.value = localStorage.getItem(copy); look(); }
  let lastSaved = Date.now();
  box.addEventListener("input", () => {
    if (copy) localStorage.setItem(copy, box.value);
    clearTimeout(timer);
    timer = setTimeout(look, 250);
    if (Date.now() - lastSaved > 1000) { lastSaved = Date.now(); save(); }
  });
}
