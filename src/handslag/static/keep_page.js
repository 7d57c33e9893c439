// Keeps the page one is on for the next time there is no network, with the files it names
// (templates/desk/log_worker.js then answers with them). Where the browser keeps nothing, the page is as before.

async function keepShell() {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  const { scope } = await navigator.serviceWorker.register("sw.js");
  await navigator.serviceWorker.ready;
  const parts = [...document.querySelectorAll("head link[href], script[src], img[src]")].map((one) => one.href || one.src);
  const wanted = [location.pathname, ...parts.map((part) => new URL(part).pathname)];
  const shell = await caches.open(`handslag-shell ${scope}`);
  const kept = (await shell.keys()).map((request) => new URL(request.url).pathname);
  await Promise.all(kept.filter((path) => !wanted.includes(path)).map((path) => shell.delete(path)));
  await Promise.all(wanted.filter((path) => !kept.includes(path)).map((path) => shell.add(path)));
}
