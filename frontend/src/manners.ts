// Small manners: selects that send their form, questions before loss, menus, toasts, strips.

/** Listens for the marks that templates set: data-send, data-confirm, data-close, details menus. */
export function startManners(): void {
  document.addEventListener("change", (event) => {
    const control = event.target as HTMLElement;
    if (control.matches("[data-send]")) control.closest("form")?.requestSubmit();
  });
  document.addEventListener("submit", ask, true);
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
      if (!menu.contains(target)) menu.open = false;
    }
    target.closest("[data-dismiss]")?.closest(".toast, .alert")?.remove();
    if (target.closest("[data-print]")) window.print();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector<HTMLDetailsElement>("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector<HTMLElement>("summary")?.focus();
  });
  document.querySelector<HTMLElement>("[data-error-summary]")?.focus();
  for (const strip of document.querySelectorAll<HTMLElement>(".tabs, .rail")) showCurrent(strip);
}

/** Scrolls a strip of links so that the current one stands in its middle, where it scrolls. */
function showCurrent(strip: HTMLElement): void {
  const current = strip.querySelector<HTMLElement>("[aria-current]")?.closest("li");
  if (!current) return;
  let before = 0; // where it stands without the stickiness that its offset would tell
  for (let one = current.previousElementSibling; one; one = one.previousElementSibling) {
    before += (one as HTMLElement).offsetWidth;
  }
  strip.scrollLeft = before - (strip.clientWidth - current.offsetWidth) / 2;
}

/** Asks with the form's own words before something is lost. */
function ask(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const dialog = document.querySelector<HTMLDialogElement>("#confirm");
  const words = event.submitter?.dataset["confirm"] ?? form.dataset["confirm"];
  if (!dialog || !words || form.dataset["confirmed"]) return;
  event.preventDefault();
  event.stopPropagation();
  const says = dialog.querySelector("#confirm-words");
  if (says) says.textContent = words;
  dialog.returnValue = "";
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue !== "yes") return;
      form.dataset["confirmed"] = "1";
      form.requestSubmit(event.submitter);
    },
    { once: true },
  );
  dialog.showModal();
}
