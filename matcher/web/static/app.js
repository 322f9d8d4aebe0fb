/* What only saves a click or a reload; every page does its work without this file. */
"use strict";

/* A file is dropped on its frame, and one that is too large is told before it is sent. */
for (const drop of document.querySelectorAll(".drop")) {
  const field = drop.querySelector("input[type=file]");
  const check = () => {
    const most = Number(field.dataset.most);
    const large = most && [...field.files].some((file) => file.size > most);
    field.setCustomValidity(large ? field.dataset.tooLarge : "");
    if (large) field.reportValidity();
  };
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, () => drop.classList.add("over"));
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    check();
  });
  field.addEventListener("change", check);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

/* A link to a row or a card that is closed opens it. */
const openTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target && (target.matches("details") ? target : target.querySelector(":scope > details"));
  if (part) part.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

/* A card is ticked off in place. If anything goes wrong, the form is sent the plain way. */
document.getElementById("ticks")?.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  const card = button?.closest(".qcard");
  if (!card || form.dataset.plainly) return;
  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    if (answer.type !== "opaqueredirect") throw new Error();
  } catch {
    form.dataset.plainly = "1";
    form.requestSubmit(button);
    return;
  }
  const done = button.name === "tick";
  button.name = done ? "untick" : "tick";
  button.textContent = done ? form.dataset.untick : form.dataset.tick;
  card.querySelector(".done-tag").hidden = !done;
});
