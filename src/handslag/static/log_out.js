// What waits on this phone is not thrown away without a warning; after log-out nothing of the desk stays on it.

const form = document.getElementById("log-out");
const warning = document.getElementById("unsent");

const mine = async () => (await queue.all()).filter((entry) => entry.who === form.dataset.who);

async function warn() {
  const unsent = (await mine()).filter((entry) => entry.state !== "sent");
  if (unsent.length === 0) return;
  warning.querySelector("b").textContent = unsent.length;
  warning.hidden = false;
  warning.querySelector("a").href = unsent[0].page;
  const button = form.querySelector(".button");
  button.textContent = form.dataset.anyway;
  button.classList.add("button-warn");
}

// Each apart: a browser that lacks the one, or has shut it off, may well have kept something in another.
const FORGET = [
  async () => {
    for (const entry of await mine()) await queue.remove(entry.key);
  },
  async () => {
    for (const name of await caches.keys()) if (name.startsWith("handslag-shell")) await caches.delete(name);
  },
  async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  },
];

form.addEventListener("submit", (event) => {
  event.preventDefault();
  Promise.all(FORGET.map((forget) => forget().catch(() => {}))).then(() => form.submit());
});
warn().catch(() => {});
