(() => {
  "use strict";
  const SIGNS = ["✓", "✕", "?"], CLASSES = ["met", "not_met", "unknown"];
  const holder = document.getElementById("data");
  const svg = document.getElementById("map");
  const why = document.getElementById("why");
  const data = holder ? JSON.parse(holder.textContent) : null;
  let back = null;

  function explain(index, opener) {
    const estate = data.estates[index];
    document.getElementById("why-title").textContent = estate[1] || data.words.unnamed;
    const list = element("dl");
    data.rules.forEach((rule, r) => {
      const [verdict, because, missing] = data.reasons[r][estate[7 + r]];
      const head = element("dt");
      head.append(element("span", SIGNS[verdict] + " ", { class: "said " + CLASSES[verdict] }), rule.title);
      list.append(head, element("dd", data.words.because + data.words.colon + because.join(data.words.comma)));
      if (missing.length) list.append(element("dd", data.words.missing + data.words.colon + missing.map((fact) => data.facts[fact]).join(data.words.comma)));
    });
    why.querySelector(".body").replaceChildren(list);
    why.hidden = false;
    back = opener;
    why.focus();
    if (svg) svg.querySelectorAll("circle.on").forEach((dot) => dot.classList.remove("on"));
    const dot = svg && svg.querySelector('circle[data-i="' + index + '"]');
    if (dot) dot.classList.add("on");
  }

  function close() {
    why.hidden = true;
    if (back) back.focus();
  }
  why.querySelector("button").addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !why.hidden) close(); });

  // The rule that an overall answer rests on: the first scope rule that came out so.
  function decidingRule(estate) {
    const found = data.scope.find((r) => data.reasons[r][estate[7 + r]][0] === estate[6]);
    return found === undefined ? null : found;
  }

  function ground(estate, rule) {
    if (rule === null) return "";
    const [, because, missing] = data.reasons[rule][estate[7 + rule]];
    const open = missing.length ? data.words.missing + " " + missing.map((fact) => data.facts[fact]).join(data.words.comma) : "";
    return [because.join(data.words.comma), open].filter(Boolean).join(data.words.semicolon);
  }

  function rowOf([index, verdict, rule]) {
    const estate = data.estates[index], row = element("tr"), head = element("th", estate[1] || data.words.unnamed, { scope: "row" });
    head.append(element("small", estate[0]));
    const open = element("button", data.words.why, { type: "button" });
    open.addEventListener("click", () => explain(index, open));
    const said = element("td"), last = element("td");
    said.append(element("span", SIGNS[verdict], { class: "said " + CLASSES[verdict] }), element("small", ground(estate, rule)));
    last.append(open);
    const households = estate[5] === null ? "" : estate[5].toLocaleString();
    row.append(head, element("td", [estate[2], estate[3]].filter(Boolean).join(" ")), element("td", estate[4] ?? "", { class: "n" }), element("td", households, { class: "n" }), said, last);
    return row;
  }

  if (data) {
    const form = document.querySelector(".filters"), show = pagedList(rowOf, data.words);

    function search() {
      const q = form.q.value.trim().toLowerCase(), rule = form.rule.value, wanted = form.verdict.value, found = [];
      data.estates.forEach((estate, index) => {
        const verdict = rule === "" ? estate[6] : data.reasons[rule][estate[7 + Number(rule)]][0];
        if (wanted !== "" && String(verdict) !== wanted) return;
        if (q && !estate.slice(0, 4).some((word) => word && String(word).toLowerCase().includes(q))) return;
        found.push([index, verdict, rule === "" ? decidingRule(estate) : Number(rule)]);
      });
      show(found);
    }

    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", search);
    search();
  }

  if (svg && data) {
    const named = (index) => [data.estates[index][1], data.estates[index][4]].filter(Boolean).join(" ");
    drawnMap(svg, named, (index) => explain(index, null));
  }
})();
