// Browser's Back over several questions shows a form from before the later answers, and Continue from there would
// send none of them. So this tab remembers, beside the token of its one form, what each question was last given,
// and puts that into the form shown. It is forgotten when the answers are sent, and by the browser with the tab.
(() => {
  const KEY = "handslag-survey";
  const form = document.querySelector("form input[name=token]")?.form;
  const token = form?.elements.token.value;
  const read = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY));
      if (kept && kept.token === token) return kept.answers;
      sessionStorage.removeItem(KEY);
    } catch { /* a browser that keeps nothing */ }
    return {};
  };
  read(); // on a page without a form, and with another one, nothing is left
  if (!form || form.dataset.work) return; // what is looked over is sent as it is shown

  const ours = (field) => field.name.startsWith("a-");
  const shown = () => [...form.elements].filter((field) => ours(field) && field.type !== "hidden");

  const remember = () => {
    const answers = read();
    const given = new FormData(form);
    for (const { name } of shown()) answers[name] = given.getAll(name).filter(Boolean);
    try { sessionStorage.setItem(KEY, JSON.stringify({ token, answers })); } catch { /* as above */ }
  };

  const putBack = () => {
    const here = new Set(shown().map((field) => field.name));
    for (const [name, values] of Object.entries(read())) {
      if (here.has(name)) continue;
      form.querySelectorAll(`input[name="${CSS.escape(name)}"]`).forEach((field) => field.remove());
      for (const value of values) {
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      }
    }
  };

  form.addEventListener("input", remember);
  form.addEventListener("submit", remember);
  window.addEventListener("pageshow", putBack);
})();
