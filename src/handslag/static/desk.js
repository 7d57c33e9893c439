// What the desk does more pleasantly with JavaScript; every page works without it.

// − and + beside numbers, for a thumb. What may be left out is empty rather than 0.
for (const input of document.querySelectorAll("input[data-less]")) {
  const least = input.inputMode === "decimal" ? 0 : 1;
  const row = document.createElement("div");
  row.className = "stepper";
  input.replaceWith(row);
  const step = (sign, words, by) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = sign;
    button.setAttribute("aria-label", words);
    button.addEventListener("click", () => {
      const now = parseFloat(input.value.replace(",", ".")) || 0;
      const next = String(Math.max(least, now + by) || "");
      input.value = document.documentElement.lang === "sv" ? next.replace(".", ",") : next;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return button;
  };
  row.append(step("−", input.dataset.less, -1), input, step("+", input.dataset.more, 1));
}

// What is wrong is read first.
const readFirst = document.querySelector(".error-summary, [data-first]");
readFirst?.setAttribute("tabindex", "-1");
readFirst?.focus();

// What takes a while says so, and is sent once.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    const button = form.querySelector(".button");
    if (button.getAttribute("aria-disabled")) event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.busy;
  });
}
