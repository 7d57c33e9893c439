// What was logged on this phone and has not reached the server yet. Kept in IndexedDB until it has.
//
// An entry: key (of its form: sent twice, it is logged once), who (the id of whoever wrote it), address (where it
// is sent), fields (what the form sends), words (how the list shows it), at (when), state: "waiting", "sent" or
// "refused"; said (why it was refused), receipt (where it is seen once sent); held (until when nothing sends it:
// it is being sent already, or changed), tried (it was sent once and no answer came: it may have arrived).
//
// Nothing here is newer than Safari 15, Firefox 91 and Samsung Internet 16, or it is asked for first.

const queue = (() => {
  const PATIENCE = 15000; // milliseconds for one answer
  const SLOW = 5000; // milliseconds for the phone's own store, which some browsers let never answer
  const BUSY = 2 * PATIENCE; // milliseconds that an entry is held by whoever sends it
  const LONGEST = 10 * 60000; // a hold that ends later than this was set by a clock that was wrong

  function opened() {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open("handslag", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("entries", { keyPath: "key" });
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      setTimeout(reject, SLOW, new Error("The store does not answer."));
    });
  }

  async function run(mode, act) {
    const database = await opened();
    try {
      return await new Promise((resolve, reject) => {
        const work = database.transaction("entries", mode, { durability: "strict" });
        const asked = act(work.objectStore("entries"));
        work.oncomplete = () => resolve(asked.result);
        work.onabort = () => reject(work.error);
        setTimeout(reject, SLOW, new Error("The store does not answer."));
      });
    } finally {
      database.close();
    }
  }

  const put = (entry) => run("readwrite", (entries) => entries.put(entry));
  const get = (key) => run("readonly", (entries) => entries.get(key));
  const remove = (key) => run("readwrite", (entries) => entries.delete(key));
  const all = async () => (await run("readonly", (entries) => entries.getAll())).sort((a, b) => a.at - b.at);

  /** Changes an entry in one step that nothing comes between. `change` gets it and gives it as it shall be, or
   *  undefined to leave it. Gives what was stored, or undefined. */
  async function alter(key, change) {
    let now;
    await run("readwrite", (entries) => {
      const asked = entries.get(key);
      asked.onsuccess = () => {
        now = asked.result && change(asked.result);
        if (now) entries.put(now);
      };
      return asked;
    });
    return now;
  }

  const isFree = (entry) =>
    entry.state === "waiting" && !(entry.held > Date.now() && entry.held < Date.now() + LONGEST);
  const release = (key) => alter(key, ({ held, ...entry }) => entry);
  const isSent = (entry, answer) => {
    const { fields, held, ...rest } = entry;
    return { ...rest, state: "sent", receipt: answer.receipt, said: answer.said };
  };

  /** Asks the browser not to throw the store away when the phone runs out of room. */
  async function keepStore() {
    const storage = navigator.storage;
    if (!storage || !storage.persist) return;
    if (!storage.persisted || !(await storage.persisted())) await storage.persist();
  }

  /** An answer, or the word for why there is none: "offline", "later" or "login". What is wrong with us is thrown. */
  async function ask(address, options) {
    const patience = new AbortController(); // AbortSignal.timeout is missing in Safari 15
    const limit = setTimeout(() => patience.abort(), PATIENCE);
    const wanted = { ...options, redirect: "manual", cache: "no-store", signal: patience.signal };
    try {
      const answer = await fetch(address, wanted).catch(() => null);
      if (!answer) return navigator.onLine ? "later" : "offline";
      if (answer.type === "opaqueredirect") return "login";
      const isOurs = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
      const told = isOurs && answer.status < 500 ? await answer.json().catch(() => null) : null;
      return told ? { isTaken: answer.ok, ...told } : "later";
    } finally {
      clearTimeout(limit);
    }
  }

  /** Sends one entry that is held: "sent", "refused", or why it still waits. */
  async function sendOne(entry, token) {
    const body = new URLSearchParams([...entry.fields, ["csrfmiddlewaretoken", token]]);
    const answer = await ask(entry.address, { method: "POST", body });
    if (typeof answer === "string") {
      await release(entry.key);
      return answer;
    }
    const isIn = answer.isTaken || "receipt" in answer; // in, though not as it was changed afterwards
    await alter(entry.key, (now) =>
      isIn ? isSent(now, answer) : { ...now, held: 0, tried: false, state: "refused", said: answer.said },
    );
    return answer.isTaken ? "sent" : "refused";
  }

  /** Sends what waits and was written by whoever is logged in: "sent", "refused", or why some still waits. */
  async function send(address) {
    const door = await ask(address);
    if (typeof door === "string") return door;
    if (!door.isTaken) return "later";
    let outcome = "sent";
    for (const { key, who } of (await all()).filter(isFree)) {
      if (who !== door.who) continue;
      // Taken hold of first: what is changed or taken away meanwhile, or sent by another tab, is let be.
      const entry = await alter(key, (now) =>
        isFree(now) ? { ...now, held: Date.now() + BUSY, tried: true } : undefined,
      );
      if (!entry) continue;
      const one = await sendOne(entry, door.token);
      if (one !== "sent") outcome = one;
      if (!["sent", "refused"].includes(one)) break;
    }
    return outcome;
  }

  /** Keeps an entry that waits from being sent for so many milliseconds, or longer when it is held already by
   *  `mine`. Gives the entry; or the word for why not: "busy" (it is being sent), "arrived", "unsure" (it may have
   *  arrived, and there is no network to ask by) or "login". */
  async function hold(key, milliseconds) {
    const entry = await alter(key, (now) => (isFree(now) ? { ...now, held: Date.now() + milliseconds } : undefined));
    if (!entry) return (await get(key))?.state === "waiting" ? "busy" : "arrived";
    if (!entry.tried) return entry;
    const door = await ask(`${entry.address}?key=${encodeURIComponent(key)}`);
    if (typeof door !== "string" && door.who === entry.who) {
      if (!("receipt" in door)) return (await alter(key, (now) => ({ ...now, tried: false }))) ?? "arrived";
      await alter(key, (now) => isSent(now, door));
      return "arrived";
    }
    await release(key);
    return ["offline", "later"].includes(door) ? "unsure" : "login";
  }

  /** Stores a held entry as it was changed, and holds it no longer; undefined where it has been sent meanwhile. */
  const change = (entry) => alter(entry.key, (now) => (now.state === "waiting" ? entry : undefined));

  /** Holds an entry that is being changed for so many milliseconds more. */
  const renew = (key, milliseconds) =>
    alter(key, (now) => (now.state === "waiting" ? { ...now, held: Date.now() + milliseconds } : undefined));

  return { put, get, remove, all, ask, send, hold, renew, release, change, keepStore };
})();
