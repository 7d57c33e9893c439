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

async function forget() {
  for (const entry of await mine()) await queue.remove(entry.key);
  for (const name of await caches.keys()) if (name.startsWith("handslag-shell")) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  forget().catch(() => {}).finally(() => form.submit()); // where storage is shut off there is nothing to forget
});
warn().catch(() => {});
