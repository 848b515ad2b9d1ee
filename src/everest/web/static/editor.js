"use strict";
// The review follows the words: underlined as one types, read by hover, click or keyboard, mended in place.
const box = document.querySelector("[data-editor] textarea");
if (box) {
  const frame = box.closest("[data-editor]");
  const mirror = frame.querySelector(".mirror");
  const place = document.querySelector("[data-found]");
  const question = document.querySelector("#question");
  let findings = [];
  let timer = 0;
  let latest = 0;
  const away = new Set();
  frame.classList.add("live");

  // Offsets from the server count code points; the browser counts UTF-16 units.
  const units = (text) => {
    const at = [0];
    for (const sign of text) at.push(at[at.length - 1] + sign.length);
    return at;
  };
  const read = () => {
    const at = units(box.value);
    findings = [...place.querySelectorAll("[data-finding]")].map((item) => ({
      item, severity: item.dataset.severity, start: at[item.dataset.start] ?? 0, end: at[item.dataset.end] ?? 0,
    }));
    for (const acts of place.querySelectorAll(".acts[hidden]")) acts.hidden = false;
    paint();
  };
  const paint = (here) => {
    const parts = [];
    let at = 0;
    for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
      if (finding.end <= finding.start || finding.start < at) continue;
      const mark = document.createElement("mark");
      mark.className = finding.severity + (finding === here ? " here" : "");
      mark.textContent = box.value.slice(finding.start, finding.end);
      parts.push(box.value.slice(at, finding.start), mark);
      at = finding.end;
    }
    mirror.replaceChildren(...parts, box.value.slice(at) + "\n");
    mirror.scrollTop = box.scrollTop;
  };
  const look = async () => {
    const mine = ++latest;
    const text = box.value;
    const body = new FormData();
    body.set("text", text);
    if (box.dataset.preparation) body.set("preparation", box.dataset.preparation);
    if (question) body.set("question", question.value);
    for (const key of away) body.append("away", key);
    const answer = await fetch("/review/found", {method: "POST", body}).catch(() => null);
    if (!answer || !answer.ok || mine !== latest || text !== box.value) return;
    const open = [...place.querySelectorAll("details[open] .name")].map((name) => name.textContent);
    place.innerHTML = await answer.text(); // our own page, everything in it escaped
    for (const name of place.querySelectorAll(".bars .name")) if (open.includes(name.textContent)) name.closest("details").open = true;
    read();
  };
  const show = (finding, scroll) => {
    for (const other of findings) other.item.classList.toggle("here", other === finding);
    paint(finding);
    if (finding && scroll) finding.item.scrollIntoView({block: "nearest"});
  };
  const at = (spot) => findings.find((finding) => finding.start <= spot && spot <= finding.end && finding.end > finding.start);

  box.addEventListener("input", () => {
    findings = [];
    paint();
    clearTimeout(timer);
    timer = setTimeout(look, 180);
  });
  box.addEventListener("taken", look);
  box.addEventListener("scroll", () => { mirror.scrollTop = box.scrollTop; });
  for (const kind of ["click", "keyup"]) box.addEventListener(kind, () => show(at(box.selectionStart)));
  // The mirror lies over the words but lets the mouse through: find the remark under the pointer by its marks.
  box.addEventListener("mousemove", (event) => {
    const marks = [...mirror.querySelectorAll("mark")];
    const under = marks.find((mark) => [...mark.getClientRects()].some((r) => event.clientX >= r.left && event.clientX <= r.right && event.clientY >= r.top && event.clientY <= r.bottom));
    const finding = under && findings.find((one) => one.end > one.start && box.value.slice(one.start, one.end) === under.textContent);
    box.title = finding ? finding.item.querySelector("p").textContent.trim() : "";
  });
  box.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft", "Enter"].includes(event.key)) return;
    const spans = findings.filter((finding) => finding.end > finding.start).sort((a, b) => a.start - b.start);
    if (!spans.length) return;
    event.preventDefault();
    const here = at(box.selectionStart);
    if (event.key === "Enter") { if (here) apply(here); return; }
    const step = ["ArrowDown", "ArrowRight"].includes(event.key) ? 1 : -1;
    const next = spans[(spans.indexOf(here) + step + spans.length) % spans.length] || spans[0];
    select(next);
  });
  const select = (finding) => {
    box.focus();
    box.setSelectionRange(finding.start, finding.end);
    show(finding, true);
  };
  const apply = (finding) => {
    if (finding.item.dataset.replacement === undefined) return;
    box.focus();
    box.setSelectionRange(finding.start, finding.end);
    document.execCommand("insertText", false, finding.item.dataset.replacement); // keeps the browser's own undo
  };
  // A remark that is not so stays away: in a preparation for good, else as long as this page is open.
  const dismiss = async (finding) => {
    away.add(finding.item.dataset.key);
    if (box.dataset.preparation) {
      const body = new FormData();
      body.set("key", finding.item.dataset.key);
      await fetch(`/p/${box.dataset.preparation}/answer/dismiss`, {method: "POST", body}).catch(() => null);
    }
    look();
  };
  place.addEventListener("click", (event) => {
    const finding = findings.find((one) => one.item === event.target.closest("[data-finding]"));
    if (!finding) return;
    if (event.target.closest("[data-show]")) select(finding);
    if (event.target.closest("[data-apply]")) apply(finding);
    if (event.target.closest("[data-dismiss]")) dismiss(finding);
  });
  for (const line of place.querySelectorAll(".written")) line.hidden = true;
  if (place.querySelector("[data-finding]")) read(); else if (box.value.trim()) look();
}
