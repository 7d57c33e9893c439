// The form for what was done, when the network may be gone: saved on the phone first, then sent.
// Without this file it is an ordinary form. The words are in the page (templates/desk/keeping/log.html).

const list = document.getElementById("queue");
const told = document.getElementById("told");
const badge = document.getElementById("waiting");
const QUEUE = form?.dataset.queue; // the address that takes what waits
const DAY = 86400000; // milliseconds that what was sent is shown
const HASTE = 3000; // milliseconds that somebody is kept waiting for an answer
const RETRY = 20000; // milliseconds between attempts while something waits
const HELD = 30000; // milliseconds that an entry is held while it is changed; renewed with every attempt
const isNew = Boolean(form) && "new" in form.dataset && !("kept" in form.dataset);

// A new entry: a key of its own, and the day of the phone.

const inWords = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(day));

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

function today() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
  return local.toISOString().slice(0, 10);
}

let changing = null; // the key of a waiting entry that stands in the form to be changed

/** What stands in the form: [name, value] of each field. */
const fieldsOf = () => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
// Sorted: fields change places in the page, with what is chosen.
const typed = () => JSON.stringify(fieldsOf().filter(([name]) => name !== "key").map(String).sort());
let untouched = ""; // what stands in the form before anybody has touched it

function begin() {
  form.elements.key.value = key();
  if ("deviceDay" in form.dataset) { // a demonstration has a day of its own
    form.elements.done_on.value = today();
    const when = document.getElementById("when");
    if (when) when.textContent = form.dataset.deviceDay.replace("…", inWords(today()));
  }
  untouched = typed();
}

/** The form as it is for a new entry. */
function empty() {
  changing = null;
  form.querySelector("[data-save]").textContent = form.dataset.save;
  form.reset();
  begin();
}

// What waits, what was sent and what was refused.

function say(what) {
  for (const line of told.children) line.hidden = line.dataset.told !== what;
}

function row(entry, index) {
  const item = document.getElementById("entry").content.cloneNode(true).firstElementChild;
  const words = item.querySelector("strong");
  words.textContent = entry.words;
  words.id = `entry-${index}`;
  item.querySelector(".state").textContent = list.dataset[entry.state];
  item.querySelector(".note").textContent = entry.note ?? "";
  item.querySelector(".said").textContent = (entry.said ?? []).join(" ");
  const has = { receipt: entry.state === "sent" && Boolean(entry.receipt) };
  for (const way of item.querySelectorAll("[data-for]")) {
    way.hidden = !(has[way.dataset.for] ?? way.dataset.for.split(" ").includes(entry.state));
    way.setAttribute("aria-describedby", words.id);
  }
  if (entry.receipt) item.querySelector("a").href = entry.receipt;
  const act = (name, does) =>
    item.querySelector(`[data-act=${name}]`).addEventListener("click", () => guarded(() => does(entry)));
  act("change", change);
  act("mend", mend);
  act("remove", takeAway);
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

/** Does something that may go wrong here on the phone: the page says so, and what waits is still there. */
async function guarded(does) {
  try {
    await does();
  } catch {
    say("fault");
  }
}

async function tell(what) {
  await show();
  say(what);
  told.focus();
}

// Change and take away what waits. Taken hold of first, so that it is not sent as it was meanwhile.

async function change(entry) {
  if (!changing && typed() !== untouched && !window.confirm(list.dataset.sureInstead)) return;
  if (changing) await queue.release(changing);
  const held = await queue.hold(entry.key, HELD);
  if (typeof held === "string") return tell(held);
  empty();
  changing = held.key;
  const values = new Map();
  for (const [name, value] of held.fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || field.name === "csrfmiddlewaretoken") continue;
    const given = values.get(field.name) ?? [];
    if (["checkbox", "radio"].includes(field.type)) field.checked = given.includes(field.value);
    else field.value = given[0] ?? "";
  }
  for (const folded of form.querySelectorAll("details")) folded.open = true;
  form.querySelector("[data-save]").textContent = form.dataset.saveChange;
  form.querySelector("[name=promises]").dispatchEvent(new Event("change", { bubbles: true })); // the order of places
  await tell("changing");
  told.scrollIntoView();
}

async function leaveAsItWas() {
  await queue.release(changing);
  empty();
  await tell("");
  await retry();
}

async function takeAway(entry) {
  if (!window.confirm(entry.state === "waiting" ? list.dataset.sureWaiting : list.dataset.sure)) return;
  const held = entry.state === "waiting" && entry.key !== changing ? await queue.hold(entry.key, HELD) : entry;
  if (typeof held === "string") return tell(held);
  if (entry.key === changing) empty();
  await queue.remove(entry.key);
  await tell("removed");
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
  sending = sending.catch(() => {}).then(() => queue.send(QUEUE));
  return sending.finally(show);
}

async function retry() {
  if (document.visibilityState !== "visible") return;
  if (changing) await queue.renew(changing, HELD);
  if (badge && !badge.hidden) {
    const outcome = await send();
    if (!changing) say(outcome);
  }
}

// Saving

function entryOf() {
  const day = form.elements.done_on.value;
  const words = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)]
    .filter((box) => box.value)
    .map((box) => box.closest("label").innerText.trim());
  const event = form.elements.event;
  const at = event?.value ? [event.selectedOptions[0].textContent.trim()] : [];
  return {
    key: form.elements.key.value,
    who: form.dataset.who,
    page: location.pathname,
    address: QUEUE,
    fields: fieldsOf(),
    words: [...words("promises"), ...words("where"), ...at, ...(day ? [inWords(day)] : [])].join(" · "),
    note: form.elements.note.value.trim(),
    at: Date.now(),
    state: "waiting",
  };
}

const soon = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, HASTE, "later"))]);

/** Saves on the phone, then sends. Whatever fails here on the phone, the form is sent as without this file. */
async function save() {
  let entry, outcome;
  try {
    entry = entryOf();
    if (changing && !(await queue.change(entry))) {
      empty();
      return await tell("arrived");
    }
    if (!changing) await queue.put(entry);
    outcome = await soon(send());
  } catch {
    return form.submit(); // no room on the phone, storage shut off, or a fault of ours
  }
  const now = await queue.get(entry.key);
  if (now?.state === "sent" && !now.said) {
    await queue.remove(entry.key);
    return location.assign(now.receipt);
  }
  if (now?.state === "refused") return mend(now);
  if ((await show()) === 1) queue.keepStore().catch(() => {}); // asked when the first waits, not each time
  if (!isNew) return location.assign(location.pathname);
  empty();
  await tell(outcome);
}

async function start() {
  if (isNew) begin();
  await show(); // fails where storage is shut off: then it stays an ordinary form
  let isSaving = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isSaving) return;
    isSaving = true;
    guarded(save).finally(() => (isSaving = false));
  });
  document.getElementById("leave").addEventListener("click", () => guarded(leaveAsItWas));
  const again = () => guarded(retry);
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", again);
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  setInterval(again, RETRY);
  await again();
}

if (form) start().catch(() => {});
if (form) keepShell().catch(() => {});
