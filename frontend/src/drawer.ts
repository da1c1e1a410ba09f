// The drawer: a link with data-drawer opens its page beside this one, and is a plain link without us.
import htmx from "htmx.org";

/** Lets links marked data-drawer open in the dialog at the edge. */
export function startDrawer(): void {
  const drawer = document.querySelector<HTMLDialogElement>("#drawer");
  const body = drawer?.querySelector<HTMLElement>("#drawer-body");
  if (!drawer || !body) return;
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-drawer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const title = drawer.querySelector<HTMLElement>("#drawer-title");
    if (title) title.textContent = link.dataset["drawer"] || link.textContent?.trim() || "";
    body.replaceChildren(skeleton());
    drawer.showModal();
    void htmx.ajax("get", link.href, { target: body, swap: "innerHTML" });
  });
  drawer.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target === drawer || target.closest("[data-close]")) drawer.close();
  });
}

function skeleton(): Node {
  const template = document.querySelector<HTMLTemplateElement>("#skeleton");
  return template ? template.content.cloneNode(true) : document.createTextNode("…");
}
