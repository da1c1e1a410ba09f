// htmx under our security policy: no eval, no injected styles, refusals (422) are shown.
import htmx from "htmx.org";

/** Configures htmx; it reads the page by itself afterwards. */
export function startHtmx(): void {
  htmx.config.allowEval = false;
  htmx.config.includeIndicatorStyles = false;
  htmx.config.historyCacheSize = 0; // local data is not left in the browser
  htmx.config.responseHandling = [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "422", swap: true, error: false },
    { code: "[45]..", swap: false, error: true },
  ];
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]");
    const detail = (event as CustomEvent<{ headers: Record<string, string>; verb: string }>).detail;
    if (token && detail.verb !== "get") detail.headers["X-CSRFToken"] = token.value;
  });
  for (const name of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(name, () => tellFailure());
  }
}

function tellFailure(): void {
  const template = document.querySelector<HTMLTemplateElement>("#failed-toast");
  const toasts = document.querySelector("#toasts");
  if (template && toasts) toasts.replaceChildren(template.content.cloneNode(true));
}
