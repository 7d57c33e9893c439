// While answers are looked over, the browser counts a little, so that a thousand false answers cost time.
// Without this script, or when it takes too long, the answer is sent all the same.
(() => {
  const form = document.querySelector("form[data-work]");
  if (!form || !window.Worker || !window.crypto?.subtle) return;
  const LASTS = 15 * 60 * 1000; // ask for new work after that: it is good for twenty minutes
  const PATIENCE = 20 * 1000;
  const field = form.elements.work;
  let begun = 0;
  let isDone = false;
  let done = Promise.resolve();

  const work = () => {
    begun = Date.now();
    field.value = "";
    isDone = false;
    done = new Promise((resolve) => {
      const worker = new Worker(form.dataset.worker);
      const end = (solution) => { field.value = solution; isDone = true; worker.terminate(); resolve(); };
      worker.onmessage = (message) => end(message.data);
      worker.onerror = () => end("");
      fetch(form.dataset.work, { credentials: "omit", cache: "no-store" })
        .then((answer) => answer.json())
        .then((challenge) => worker.postMessage(challenge))
        .catch(() => end(""));
    }).catch(() => { isDone = true; }); // a browser that lacks something sends without it
  };
  work();

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.value !== "send" || form.dataset.ready) return;
    if (Date.now() - begun > LASTS) work();
    if (isDone) return;
    event.preventDefault();
    if (form.dataset.waiting) return; // pressed twice
    form.dataset.waiting = "1";
    form.querySelector("[data-status]").textContent = form.dataset.wait;
    const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
    // Pressed anew rather than form.requestSubmit(button), which Safari 15 lacks.
    const send = () => { form.dataset.ready = "1"; button.click(); };
    Promise.race([done, late]).then(() => { setTimeout(send); }); // not within this event: that is ignored
  });

  // Back from the next page in the browser's memory: the form can be sent again.
  window.addEventListener("pageshow", () => { delete form.dataset.ready; delete form.dataset.waiting; });
})();
