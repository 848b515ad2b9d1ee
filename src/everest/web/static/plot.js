"use strict";
// Strengths by enjoyment: points follow the sliders, sliders follow the points; each change is kept.
const form = document.querySelector("[data-plot]");
if (form) {
  const picture = form.querySelector("svg");
  const said = form.querySelector("[data-saved]");
  const count = form.querySelectorAll("[data-point]").length;
  const slider = (axis, number) => form.elements[`${axis}.${number}`];
  const place = (number) => {
    const aside = (number - (count - 1) / 2) * 14; // so that no point hides another
    const x = 40 + (slider("strength", number).value - 0.6) * 370 / 4.8 + aside;
    const y = 380 - (slider("enjoyment", number).value - 0.6) * 370 / 4.8;
    form.querySelector(`[data-point="${number}"]`).setAttribute("transform", `translate(${x} ${y})`);
  };
  const keep = async () => {
    const answer = await fetch(form.action, {method: "POST", body: new FormData(form), redirect: "manual"}).catch(() => null);
    said.textContent = answer ? "Saved." : "Not saved: Everest does not answer.";
  };
  form.addEventListener("input", (event) => place(event.target.name.split(".")[1]));
  form.addEventListener("change", keep);
  for (const point of form.querySelectorAll("[data-point]")) {
    const number = point.dataset.point;
    point.addEventListener("pointerdown", (event) => { point.setPointerCapture(event.pointerId); event.preventDefault(); });
    point.addEventListener("pointermove", (event) => {
      if (!point.hasPointerCapture(event.pointerId)) return;
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
      const level = (share) => String(Math.min(5, Math.max(1, Math.round(share * 4.8 + 0.6))));
      slider("strength", number).value = level((at.x - 40) / 370);
      slider("enjoyment", number).value = level((380 - at.y) / 370);
      place(number);
    });
    point.addEventListener("pointerup", keep);
  }
}
