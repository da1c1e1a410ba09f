// A long list a page at a time; `rowOf` draws an item, `words` says where in the list we are,
// `count` how many things the items are about.
function pagedList(rowOf, words, count = (items) => items.length) {
  const PAGE = 50, PRINTED = 2000;
  const body = document.getElementById("rows"), pages = document.querySelector(".pages"), shown = document.getElementById("shown");
  let found = [], first = 0;

  function show(size) {
    const part = found.slice(first, first + size);
    body.replaceChildren(...part.map(rowOf));
    shown.textContent = found.length
      ? words.shown.replace("{n}", count(found).toLocaleString()).replace("{rows}", found.length.toLocaleString()).replace("{from}", first + 1).replace("{to}", first + part.length)
      : words.none;
    const [previous, next] = pages.querySelectorAll("button");
    previous.disabled = first === 0;
    next.disabled = first + size >= found.length;
  }

  pages.hidden = false;
  pages.addEventListener("click", (event) => {
    const step = Number(event.target.dataset.step || 0);
    first = Math.max(0, Math.min(first + step * PAGE, found.length - 1));
    show(PAGE);
  });
  addEventListener("beforeprint", () => { first = 0; show(PRINTED); });
  addEventListener("afterprint", () => show(PAGE));
  return (items) => { found = items; first = 0; show(PAGE); };
}

function element(name, text, attributes) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  return made;
}
