// Statement cards and head counts where the network may be gone: saved on the device first, then sent.
// Without this file they are ordinary forms. The words are in the page (templates/desk/listening/dialogues/cards.html).

const card = document.getElementById("card");
const heads = document.getElementById("heads");
const told = document.getElementById("told");
const list = document.getElementById("queue");
const badge = document.getElementById("waiting");
const QUEUE = card.dataset.queue; // the address that takes what waits
const RETRY = 20000; // milliseconds between attempts while something waits
const HELD = 60000; // milliseconds that a card is held while it is changed or taken away, longer than RETRY
const save = card.querySelector("[data-save]");
let changing = ""; // the key of the card in the form, when it is one that waits

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

function say(what) {
  for (const line of told.children) line.hidden = line.dataset.told !== what;
}

// What waits here and what was refused. What has been sent leaves the device at once.

function row(entry) {
  const item = document.getElementById("entry").content.cloneNode(true).firstElementChild;
  item.querySelector("strong").textContent = Object.fromEntries(entry.fields).text ?? entry.words;
  item.querySelector(".said").textContent = (entry.said ?? []).join(" ");
  const act = (name, does) =>
    item.querySelector(`[data-act=${name}]`).addEventListener("click", () => does(entry).catch(() => say("fault")));
  act("change", change);
  act("remove", takeAway);
  item.querySelector("[data-act=change]").hidden = entry.key === heads.dataset.key; // its form stands below
  return item;
}

/** Into the form it came from. Taken hold of first, so that it is not sent as it was meanwhile. */
async function change(entry) {
  if (!changing && card.elements.text.value.trim() && !window.confirm(list.dataset.sureInstead)) return;
  if (changing) await queue.release(changing);
  const held = entry.state === "waiting" ? await queue.hold(entry.key, HELD) : entry;
  if (typeof held === "string") {
    await show();
    return say(held);
  }
  next();
  changing = held.key;
  for (const [name, value] of held.fields) card.elements[name].value = value;
  save.textContent = card.dataset.saveChange;
  say("changing");
}

async function leaveAsItWas() {
  await queue.release(changing);
  next();
  say("");
  await send();
}

/** Taken hold of first, so that it is not sent meanwhile. */
async function takeAway(entry) {
  if (!window.confirm(list.dataset.sure)) return;
  const isMine = entry.state !== "waiting" || entry.key === changing;
  const held = isMine ? entry : await queue.hold(entry.key, HELD);
  if (typeof held !== "string") await queue.remove(entry.key);
  if (entry.key === changing) next();
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
      if (!changing) say(outcome);
      return show().then(() => outcome);
    });
  return sending;
}

/** Keeps what stands in a form on the device. Where it takes nothing more, they are sent as without this file. */
async function keep(form, entry) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const known = { who: card.dataset.who, page: location.pathname, address: QUEUE, state: "waiting" };
  const stored = store({ ...known, ...entry, fields });
  if (form === card) next();
  const sendPlainly = () => {
    for (const [name, value] of fields) form.elements[name].value = value;
    form.submit();
  };
  try {
    if (!(await stored)) {
      await show();
      return say("arrived");
    }
  } catch {
    return sendPlainly();
  }
  await show();
  if (list.querySelectorAll("li").length === 1) queue.keepStore().catch(() => {});
  const outcome = await send();
  if (outcome === "fault" && !card.elements.text.value) sendPlainly(); // unless the next card is begun
}

/** Nothing where it is one that was changed and has been sent as it was all the same. */
async function store(entry) {
  const waits = entry.key === changing && (await queue.get(changing))?.state !== "refused";
  return waits ? queue.change(entry) : queue.put(entry);
}

/** Ready for the next card at once: somebody types while the last is stored. Kind, place and group stay. */
function next() {
  changing = "";
  save.textContent = card.dataset.save;
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
  const retry = async () => {
    if (document.visibilityState !== "visible") return;
    if (changing) await queue.renew(changing, HELD);
    if (!badge.hidden) await send();
  };
  document.getElementById("leave").addEventListener("click", () => leaveAsItWas().catch(() => say("fault")));
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", retry);
  setInterval(retry, RETRY);
  await retry();
}

start().catch(() => {});
keepShell().catch(() => {});
