// Statement cards and head counts where the network may be gone: saved on the device first, then sent.
// Without this file they are ordinary forms. The words are in the page (templates/desk/dialogues/cards.html).

const card = document.getElementById("card");
const heads = document.getElementById("heads");
const told = document.getElementById("told");
const list = document.getElementById("queue");
const badge = document.getElementById("waiting");
const QUEUE = card.dataset.queue; // the address that takes what waits
const RETRY = 20000; // milliseconds between attempts while something waits
const HELD = 20000; // milliseconds that a card is held while it is taken away

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

function say(what) {
  for (const line of told.children) line.hidden = line.dataset.told !== what;
}

// What waits here and what was refused. What has been sent leaves the device at once.

function row(entry) {
  const item = document.getElementById("entry").content.cloneNode(true).firstElementChild;
  item.querySelector("strong").textContent = Object.fromEntries(entry.fields).text ?? entry.words;
  item.querySelector(".said").textContent = (entry.said ?? []).join(" ");
  item.querySelector("button").addEventListener("click", () => takeAway(entry).catch(() => say("fault")));
  return item;
}

/** Taken hold of first, so that it is not sent meanwhile. */
async function takeAway(entry) {
  if (!window.confirm(list.dataset.sure)) return;
  const held = entry.state === "waiting" ? await queue.hold(entry.key, HELD) : entry;
  if (typeof held !== "string") await queue.remove(entry.key);
  await show();
  say(typeof held === "string" ? held : "removed");
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

/** Sends what waits; one attempt at a time. Gives what became of it, "fault" for what is wrong with us. */
function send() {
  sending = sending
    .then(() => queue.send(QUEUE))
    .catch(() => "fault")
    .then((outcome) => {
      say(outcome);
      return show().then(() => outcome);
    });
  return sending;
}

/** Keeps what stands in a form on the device. Where it takes nothing more, they are sent as without this file. */
async function keep(form, entry) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const known = { who: card.dataset.who, page: location.pathname, address: QUEUE, state: "waiting" };
  const stored = queue.put({ ...known, ...entry, fields });
  if (form === card) next();
  const sendPlainly = () => {
    for (const [name, value] of fields) form.elements[name].value = value;
    form.submit();
  };
  try {
    await stored;
  } catch {
    return sendPlainly();
  }
  await show();
  if (list.querySelectorAll("li").length === 1) queue.keepStore().catch(() => {});
  const outcome = await send();
  if (outcome === "fault" && !card.elements.text.value) sendPlainly(); // unless the next card is begun
}

/** Ready for the next card at once: somebody types while the last is stored. Kind, place and group stay. */
function next() {
  card.elements.text.value = "";
  card.elements.key.value = key();
  card.elements.text.focus();
}

function listen() {
  card.addEventListener("submit", (event) => {
    if (!card.elements.text.value.trim()) return; // the server says what is missing
    event.preventDefault();
    const entry = { key: card.elements.key.value, words: card.dataset.words, at: Date.now() };
    keep(card, entry).catch(() => say("fault"));
  });
  heads.addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = { key: heads.dataset.key, words: heads.dataset.words, at: 0 }; // before the cards
    keep(heads, entry).catch(() => say("fault"));
  });
}

card.addEventListener("keydown", (event) => {
  // Pressed rather than card.requestSubmit(), which Safari 15 lacks.
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) card.querySelector("button").click();
});

async function start() {
  card.elements.key.value = key(); // a page kept on the device has an old one
  await show(); // fails where storage is shut off: then these stay ordinary forms
  listen();
  const retry = () => document.visibilityState === "visible" && !badge.hidden && send();
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", retry);
  setInterval(retry, RETRY);
  retry();
}

start().catch(() => {});
keepShell().catch(() => {});
