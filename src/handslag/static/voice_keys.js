// Keys for whoever reads many voices. They are announced on the page, can be turned off, and never work
// while somebody writes or holds another key down.

const keys = document.getElementById("keys");
const toggle = keys.querySelector("button");
const NAME = "voice-keys";
let isOn = true;
let isDone = false; // one press is one answer

try {
  isOn = localStorage.getItem(NAME) !== "off";
} catch {
  // a browser that keeps nothing: on, until they are turned off on each page
}

const show = () => {
  toggle.textContent = isOn ? toggle.dataset.off : toggle.dataset.on;
  for (const one of document.querySelectorAll("[data-key]")) {
    if (isOn) one.setAttribute("aria-keyshortcuts", one.dataset.key);
    else one.removeAttribute("aria-keyshortcuts");
  }
};

toggle.addEventListener("click", () => {
  isOn = !isOn;
  try {
    localStorage.setItem(NAME, isOn ? "on" : "off");
  } catch {
    // as above
  }
  show();
});

document.addEventListener("keydown", (event) => {
  if (!isOn || isDone || event.repeat || event.isComposing) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const chosen = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!chosen) return;
  event.preventDefault();
  isDone = true;
  chosen.click();
});

// Back from another page, the keys answer again.
window.addEventListener("pageshow", () => {
  isDone = false;
});

keys.hidden = false;
show();
