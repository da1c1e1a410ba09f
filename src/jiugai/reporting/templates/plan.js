(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent), svg = document.getElementById("map");
  const form = document.querySelector(".filters");

  function rowOf(index) {
    const [id, name, , year, score, cost, works, reason] = data.estates[index];
    const row = element("tr", undefined, { id: "estate-" + index, tabindex: "-1" }), head = element("th", name || data.words.unnamed, { scope: "row" });
    head.append(element("small", id));
    const why = element("td", works);
    why.append(element("small", reason));
    row.append(head, element("td", year || "–", { class: "n" }), element("td", score.toFixed(1), { class: "n" }), element("td", cost, { class: "n" }), why);
    return row;
  }

  const show = pagedList(rowOf, data.words);

  function search() {
    const q = form.q.value.trim().toLowerCase(), year = form.year.value, found = [];
    data.estates.forEach((estate, index) => {
      if (year !== "" && String(estate[3] || 0) !== year) return;
      if (q && !estate.slice(0, 3).some((word) => word && String(word).toLowerCase().includes(q))) return;
      found.push(index);
    });
    show(found);
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", search);
  search();

  if (svg) {
    const named = (index) => [data.estates[index][1], data.estates[index][3]].filter(Boolean).join(" ");
    drawnMap(svg, named, (index) => {
      svg.querySelectorAll("circle.on").forEach((dot) => dot.classList.remove("on"));
      svg.querySelector('circle[data-i="' + index + '"]').classList.add("on");
      form.q.value = data.estates[index][0];
      form.year.value = "";
      search();
      document.getElementById("estates").scrollIntoView();
    });
  }
})();
