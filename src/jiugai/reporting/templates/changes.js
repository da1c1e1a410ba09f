(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent), form = document.querySelector(".filters");
  const selects = Array.from(form.querySelectorAll("select")), numbers = new Set(data.numbers);

  function cellOf(cell, column) {
    const [text, small] = Array.isArray(cell) ? cell : [cell, ""];
    const made = column ? element("td", text, { "data-label": data.heads[column] }) : element("th", text, { scope: "row" });
    if (numbers.has(column)) made.classList.add("n");
    if (!text && !small) made.classList.add("blank");
    if (small) made.append(element("small", small));
    return made;
  }

  function rowOf(index) {
    const row = element("tr");
    row.append(...data.lines[index][0].map(cellOf));
    return row;
  }

  const estates = (found) => new Set(found.map((index) => data.lines[index][0][0].toString())).size;
  const show = pagedList(rowOf, data.words, estates);

  function search() {
    const q = form.q.value.trim().toLowerCase(), found = [];
    data.lines.forEach(([cells, options], index) => {
      if (selects.some((select, f) => select.value !== "" && !options[f].includes(Number(select.value)))) return;
      if (q && !cells.slice(0, 2).flat().some((word) => word.toLowerCase().includes(q))) return;
      found.push(index);
    });
    show(found);
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", search);
  search();
})();
