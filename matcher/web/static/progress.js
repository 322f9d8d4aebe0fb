/* Asks how far a screening is, so that nobody has to reload; the page tells it without this file too. */
"use strict";

const progress = document.getElementById("progress");
const ask = async () => {
  try {
    const answer = await fetch(progress.dataset.progress);
    if (!answer.ok) return;
    const told = await answer.json();
    if (told.finished) return void location.reload();
    progress.querySelector("progress").value = told.done;
    /* The words are read aloud, so they change at each tenth of the work alone. */
    if (String(told.tenth) !== progress.dataset.tenth) {
      progress.dataset.tenth = told.tenth;
      progress.querySelector("[role=status]").textContent = told.text;
    }
  } catch { /* The server is away; the next time it may be there. */ }
  setTimeout(ask, 2000);
};
setTimeout(ask, 2000);
