/* What only saves a click or a reload; every page does its work without this file. */
"use strict";
document.documentElement.classList.add("js");

for (const drop of document.querySelectorAll(".drop")) {
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, () => drop.classList.add("over"));
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    const field = drop.querySelector("input[type=file]");
    if (!field || !event.dataTransfer.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

document.getElementById("problem")?.focus();

/* A card is ticked off in place. If anything goes wrong, the form is sent the plain way. */
for (const form of document.querySelectorAll("form.tick")) {
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    const card = form.closest(".qcard");
    if (!button || !card) return;
    event.preventDefault();
    const data = new FormData(form, button);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, redirect: "manual" });
      if (answer.type !== "opaqueredirect") throw new Error();
    } catch {
      const again = document.createElement("input");
      Object.assign(again, { type: "hidden", name: button.name, value: button.value });
      form.append(again);
      form.submit();
      return;
    }
    const done = button.value === "1";
    button.value = done ? "0" : "1";
    button.textContent = done ? "Take the tick back" : "Tick it off";
    card.querySelector(".done-tag")?.remove();
    if (done) {
      const tag = document.createElement("span");
      tag.className = "tag done-tag";
      tag.textContent = "Done";
      card.querySelector(".row-q").append(" ", tag);
    }
  });
}
