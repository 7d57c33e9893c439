// What was logged on this phone and has not reached the server yet. Kept in IndexedDB until it has.
//
// An entry: key (of its form: sent twice, it is logged once), who (the id of whoever wrote it), address (where it
// is sent), fields (what the form sends), words (how the list shows it), at (when), state: "waiting", "sent" or
// "refused"; said (why it was refused), receipt (where it is seen once sent).

const queue = (() => {
  const PATIENCE = 15000; // milliseconds for one answer

  function opened() {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open("handslag", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("entries", { keyPath: "key" });
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
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
      });
    } finally {
      database.close();
    }
  }

  const put = (entry) => run("readwrite", (entries) => entries.put(entry));
  const get = (key) => run("readonly", (entries) => entries.get(key));
  const remove = (key) => run("readwrite", (entries) => entries.delete(key));
  const all = async () => (await run("readonly", (entries) => entries.getAll())).sort((a, b) => a.at - b.at);

  /** An answer, or the word for why there is none: "offline" or "login". */
  async function ask(address, options) {
    try {
      const answer = await fetch(address, {
        ...options,
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.type === "opaqueredirect") return "login";
      const isOurs = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
      return isOurs && answer.status < 500 ? { isTaken: answer.ok, ...(await answer.json()) } : "later";
    } catch {
      return "offline";
    }
  }

  /** Sends one entry: "sent", "refused", or why it still waits. */
  async function sendOne(entry, token) {
    const body = new URLSearchParams([...entry.fields, ["csrfmiddlewaretoken", token]]);
    const answer = await ask(entry.address, { method: "POST", body });
    if (typeof answer === "string") return answer;
    const { fields, ...rest } = entry;
    if (answer.isTaken) await put({ ...rest, state: "sent", receipt: answer.receipt });
    else await put({ ...entry, state: "refused", said: answer.said });
    return answer.isTaken ? "sent" : "refused";
  }

  /** Sends what waits and was written by whoever is logged in: "sent", "refused", or why some still waits. */
  async function send(address) {
    const door = await ask(address);
    if (typeof door === "string") return door;
    if (!door.isTaken) return "later";
    let outcome = "sent";
    for (const entry of await all()) {
      if (entry.state !== "waiting" || entry.who !== door.who) continue;
      const one = await sendOne(entry, door.token);
      if (one !== "sent") outcome = one;
      if (!["sent", "refused"].includes(one)) break;
    }
    return outcome;
  }

  return { put, get, remove, all, ask, send };
})();
