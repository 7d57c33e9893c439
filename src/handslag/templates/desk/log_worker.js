// Keeps the form for what was done on the phone, so that it opens without coverage. Only that page and the
// style sheet, scripts and pictures that it names are kept, and only while somebody is logged in.

const SHELL = `handslag-shell ${self.registration.scope}`;
const PAGE = new URL(self.registration.scope).pathname;
const PARTS = ["style", "script", "image", "manifest"];
const PATIENCE = 3000; // milliseconds before what is kept is shown instead of what may come

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  const address = new URL(url);
  if (method !== "GET" || address.origin !== self.location.origin) return;
  if (mode === "navigate" ? address.pathname === PAGE : PARTS.includes(destination)) {
    event.respondWith(freshOrKept(event.request, address));
  }
});

async function freshOrKept(request, address) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(address.pathname, { ignoreVary: true });
  const fresh = fetch(request).then((answer) => {
    if (answer.ok && answer.type === "basic" && !address.search) {
      shell.put(address.pathname, answer.clone()).catch(() => {}); // a full phone: it is served all the same
    }
    return answer.status >= 500 && kept ? kept : answer; // a server in trouble is no better than none
  });
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}
