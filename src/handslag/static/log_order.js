// Choices in the order that fits here and now. The form works without this file.

const form = document.getElementById("log");

/** Puts the labels of one question in the order of `rank` (smallest first); the rest goes under "more". */
function arrange(question, rank) {
  const boxes = [...question.querySelectorAll(".choices")];
  const labels = [...question.querySelectorAll(".choice")];
  const order = new Map(labels.map((label, index) => [label, [...rank(label), index]]));
  const before = (one, other) => {
    const at = order.get(one).findIndex((value, index) => value !== order.get(other)[index]);
    return at < 0 ? 0 : order.get(one)[at] - order.get(other)[at];
  };
  labels.sort(before).forEach((label, index) => {
    boxes[index < boxes[0].dataset.shown ? 0 : boxes.length - 1].append(label);
  });
}

const questionOf = (name) => form.querySelector(`[name=${name}]`)?.closest("fieldset");
const chosen = () => [...form.querySelectorAll("[name=promises]:checked")];
const names = (label, numbers) => (label.dataset.promises ?? "").split(" ").some((one) => numbers.includes(one));
const isLeft = (label, numbers) => (label.dataset.left ?? "").split(" ").some((one) => numbers.includes(one));

// The places that a chosen promise names come first: those where something is left before those that are done,
// the nearest of them before the others.
let here = null; // latitude and longitude, kept in this page only

/** Kilometres from here to a place, near enough for an order; a place that does not say where lies last. */
function distance(label) {
  if (!here || !label.dataset.position) return Infinity;
  const [latitude, longitude] = label.dataset.position.split(",").map(Number);
  const east = (longitude - here.longitude) * Math.cos((here.latitude * Math.PI) / 180);
  return 111.2 * Math.hypot(latitude - here.latitude, east);
}

function arrangePlaces() {
  const numbers = chosen().map((box) => box.value);
  const mustSay = chosen().some((box) => box.closest("label").hasAttribute("data-needs-where"));
  const nowhere = form.querySelector("[name=where][value='']");
  if (mustSay) nowhere.checked = false;
  const group = (label) => {
    if (label.contains(nowhere)) return mustSay ? 4 : 2;
    if (isLeft(label, numbers)) return 0;
    return names(label, numbers) ? 1 : 3;
  };
  arrange(questionOf("where"), (label) => [group(label), here ? distance(label) : 0]);
}

form?.addEventListener("reset", () => queueMicrotask(arrangePlaces));
form?.addEventListener("change", (event) => {
  if (event.target.name === "promises") arrangePlaces();
});

// Where the phone is: asked for by a press only, used here only, never sent and never stored.
const near = document.getElementById("near");
if (form && near && "geolocation" in navigator) {
  const said = near.querySelector("[role=status]");
  near.hidden = false;
  near.querySelector("button").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        here = coords;
        arrangePlaces();
        const nearest = questionOf("where").querySelector(".choice[data-position]");
        arrange(questionOf("promises"), (label) => [
          Number(!(nearest?.dataset.promises ?? "").split(" ").includes(label.querySelector("input").value)),
        ]);
        said.textContent = said.dataset.done;
      },
      () => (said.textContent = said.dataset.unknown),
      { enableHighAccuracy: false, timeout: 10000, maximumAge: 60000 },
    );
  });
}
