// Which event, and its day: a chosen event brings its day along, and another day is said before it is saved.
// Without this file the server says it.

const when = { event: form?.elements.event, day: form?.elements.done_on, other: document.getElementById("other-day") };
const eventNote = document.getElementById("event-note");

/** The first and last day of the chosen event, as the form writes days; null without an event. */
function eventDays() {
  const chosen = when.event.selectedOptions[0];
  return chosen?.dataset.first ? [chosen.dataset.first, chosen.dataset.last] : null;
}

const isOn = (day, days) => days[0] <= day && day <= days[1];
const dayInWords = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(day));

/** Says which day is saved, and asks where it is not the event's. */
function sayDay() {
  const days = eventDays();
  const day = when.day.value;
  const isOther = Boolean(days && day && !isOn(day, days));
  when.other.hidden = !isOther;
  if (isOther) when.other.closest("details").open = true;
  else when.other.querySelector("input").checked = false;
  const line = document.getElementById("when"); // "Today, …" beneath the form
  if (line) line.hidden = Boolean(days);
  const words = isOther ? "other" : days ? "same" : "none";
  eventNote.textContent = (eventNote.dataset[words] ?? "")
    .replace("…", day && dayInWords(day))
    .replace("…", days ? dayInWords(days[0]) : "");
}

/** Asked openly for a promise that is judged event by event, else among what is seldom needed. */
function placeEvent() {
  const isNeeded = [...form.querySelectorAll("[name=promises]:checked")].some((box) =>
    box.closest("label").hasAttribute("data-needs-event"),
  );
  const home = document.getElementById(isNeeded || when.event.value ? "event-first" : "event-folded");
  const block = document.getElementById("event-block");
  if (block.parentElement !== home) home.append(block);
}

if (form && when.event && when.other) {
  when.event.addEventListener("change", () => {
    const days = eventDays();
    if (days && !isOn(when.day.value, days)) {
      when.day.value = days[0];
      when.day.dispatchEvent(new Event("change", { bubbles: true }));
    }
    sayDay();
  });
  when.day.addEventListener("change", sayDay);
  when.day.addEventListener("input", sayDay);
  form.addEventListener("change", (event) => {
    if (event.target.name === "promises") {
      placeEvent();
      sayDay();
    }
  });
  form.addEventListener("reset", () => queueMicrotask(() => { placeEvent(); sayDay(); }));
  placeEvent();
  sayDay();
}
