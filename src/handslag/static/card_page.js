// Statement cards and head counts where the network may be gone: saved on the device first, then sent.
// Without this file they are ordinary forms. The words are in the page (templates/desk/dialogues/cards.html).

const card = document.getElementById("card");
const heads = document.getElementById("heads");
const told = document.getElementById("told");
const list = document.getElementById("queue");
const badge = document.getElementById("waiting");
const QUEUE = card.dataset.queue; // the address that takes what waits
const RETRY = 20000; // milliseconds between attempts while something waits

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

function say(what) {
  for (const line of told.children) line.hidden = line.dataset.told !== what;
}

// What waits here and what was refused. What has been sent leaves the device at once.

function row(entry) {
  const item = document.getElementById("entry").content.cloneNode(true).firstElementChild;
  item.querySelector("strong").textContent = Object.fromEntries(entry.fields).text ?? entry.words;
  item.querySelector(".said").textContent = (entry.said ?? []).join(" ");
  item.querySelector("button").addEventListener("click", async () => {
    if (!window.confirm(list.dataset.sure)) return;
    await queue.remove(entry.key);
    await show();
  });
  return item;
}

async function show() {
  const mine = (await queue.all()).filter((entry) => entry.address === QUEUE && entry.who === card.dataset.who);
  const sent = mine.filter((entry) => entry.state === "sent");
  for (const entry of sent) await queue.remove(entry.key);
  const left = mine.filter((entry) => entry.state !== "sent");
  list.querySelector("ul").replaceChildren(...left.reverse().map(row));
  list.hidden = left.length === 0;
  badge.hidden = left.length === 0;
  badge.querySelector("b").textContent = left.length;
}

let sending = Promise.resolve();

/** Sends what waits; one attempt at a time. */
function send() {
  sending = sending.then(() => queue.send(QUEUE)).then(say).finally(show);
  return sending;
}

async function keep(form, entry) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const known = { who: card.dataset.who, page: location.pathname, address: QUEUE, state: "waiting" };
  try {
    await queue.put({ ...known, ...entry, fields });
  } catch {
    return form.submit(); // no room on the device, or storage is shut off
  }
  await show();
  send();
}

card.addEventListener("submit", (event) => {
  if (!card.elements.text.value.trim()) return; // the server says what is missing
  event.preventDefault();
  keep(card, { key: card.elements.key.value, words: card.dataset.words, at: Date.now() });
  card.elements.text.value = ""; // kind, place and group stay as they were
  card.elements.key.value = key();
  card.elements.text.focus();
});
card.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) card.requestSubmit();
});
heads.addEventListener("submit", (event) => {
  event.preventDefault();
  keep(heads, { key: heads.dataset.key, words: heads.dataset.words, at: 0 }); // before the cards
});

async function start() {
  card.elements.key.value = key(); // a page kept on the device has an old one
  await show();
  const retry = () => document.visibilityState === "visible" && !badge.hidden && send();
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", retry);
  setInterval(retry, RETRY);
  retry();
}

start().catch(() => {});
if ("serviceWorker" in navigator) keepShell().catch(() => {});
