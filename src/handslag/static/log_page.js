// The form for what was done, when the network may be gone: saved on the phone first, then sent.
// Without this file it is an ordinary form. The words are in the page (templates/desk/log.html).

const list = document.getElementById("queue");
const told = document.getElementById("told");
const badge = document.getElementById("waiting");
const QUEUE = form?.dataset.queue; // the address that takes what waits
const DAY = 86400000; // milliseconds that what was sent is shown
const HASTE = 3000; // milliseconds that somebody is kept waiting for an answer
const RETRY = 20000; // milliseconds between attempts while something waits

// A new entry: a key of its own, and the day of the phone.

const inWords = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(day));

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

function today() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
  return local.toISOString().slice(0, 10);
}

function begin() {
  form.elements.key.value = key();
  if (!("deviceDay" in form.dataset)) return; // a demonstration has a day of its own
  form.elements.done_on.value = today();
  const when = document.getElementById("when");
  if (when) when.textContent = form.dataset.deviceDay.replace("…", inWords(today()));
}

// What waits, what was sent and what was refused.

function say(what) {
  for (const line of told.children) line.hidden = line.dataset.told !== what;
}

function row(entry) {
  const item = document.getElementById("entry").content.cloneNode(true).firstElementChild;
  item.querySelector("strong").textContent = entry.words;
  item.querySelector(".state").textContent = list.dataset[entry.state];
  item.querySelector(".said").textContent = (entry.said ?? []).join(" ");
  for (const way of item.querySelectorAll("[data-for]")) way.hidden = way.dataset.for !== entry.state;
  if (entry.receipt) item.querySelector("a").href = entry.receipt;
  item.querySelector("[data-act=mend]").addEventListener("click", () => mend(entry));
  item.querySelector("[data-act=remove]").addEventListener("click", async () => {
    if (!window.confirm(list.dataset.sure)) return;
    await queue.remove(entry.key);
    await show();
  });
  return item;
}

async function show() {
  const every = await queue.all();
  const old = every.filter((entry) => entry.state === "sent" && entry.at < Date.now() - DAY);
  for (const entry of old) await queue.remove(entry.key);
  const isLogged = (entry) => entry.address.endsWith("/logga/ko/"); // other pages keep theirs in the same place
  const mine = every.filter((e) => e.who === form.dataset.who && isLogged(e) && !old.includes(e));
  const seen = mine.filter((entry) => entry.key !== form.elements.key.value || entry.state === "sent");
  const waiting = mine.filter((entry) => entry.state === "waiting");
  list.querySelector("ul").replaceChildren(...seen.reverse().map(row));
  list.hidden = seen.length === 0;
  badge.hidden = waiting.length === 0;
  badge.querySelector("b").textContent = waiting.length;
  document.getElementById("others").hidden = !every.some((e) => e.who !== form.dataset.who && e.state !== "sent");
  return waiting.length;
}

/** Opens what was refused in the form itself, where the server says what is wrong and it can be put right. */
async function mend(entry) {
  const door = await queue.ask(QUEUE);
  if (typeof door === "string") return say(door);
  if (door.who !== entry.who) return say("login");
  const away = document.createElement("form");
  away.method = "post";
  away.action = entry.page;
  for (const [name, value] of [...entry.fields, ["csrfmiddlewaretoken", door.token]]) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    away.append(field);
  }
  document.body.append(away);
  away.submit();
}

let sending = Promise.resolve();

/** Sends what waits; one attempt at a time. Gives "sent", or why something still waits. */
function send() {
  sending = sending.then(() => queue.send(QUEUE));
  return sending.finally(show);
}

// Saving

function entryOf() {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const day = form.elements.done_on.value;
  const words = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)]
    .filter((box) => box.value)
    .map((box) => box.closest("label").innerText.trim());
  return {
    key: form.elements.key.value,
    who: form.dataset.who,
    page: location.pathname,
    address: QUEUE,
    fields,
    words: [...words("promises"), ...words("where"), ...(day ? [inWords(day)] : [])].join(" · "),
    at: Date.now(),
    state: "waiting",
  };
}

const soon = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, HASTE, "later"))]);

async function save() {
  const entry = entryOf();
  try {
    await queue.put(entry);
  } catch {
    return form.submit(); // no room on the phone, or storage is shut off
  }
  const outcome = await soon(send());
  const now = await queue.get(entry.key);
  if (now.state === "sent") {
    await queue.remove(entry.key);
    return location.assign(now.receipt);
  }
  if (now.state === "refused") return mend(now);
  if (!("new" in form.dataset)) return location.assign(location.pathname);
  form.reset();
  begin();
  say(outcome);
  told.focus();
  await show();
}

async function start() {
  if ("new" in form.dataset) begin();
  await show(); // fails where storage is shut off: then it stays an ordinary form
  let isSaving = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isSaving) return;
    isSaving = true;
    save().finally(() => (isSaving = false));
  });
  const retry = async () => {
    if (document.visibilityState !== "visible" || !badge || badge.hidden) return;
    say(await send());
  };
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", retry);
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  setInterval(retry, RETRY);
  await retry();
}

if (form && window.indexedDB) start().catch(() => {});
if (form && "serviceWorker" in navigator) keepShell().catch(() => {});
