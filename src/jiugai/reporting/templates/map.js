// A map of dots that can be zoomed, dragged and asked; `named` gives a dot's words, `picked` opens it.
function drawnMap(svg, named, picked) {
  "use strict";
  const width = Number(svg.dataset.width), height = Number(svg.dataset.height), zoom = document.querySelector(".zoom");
  const dots = svg.querySelectorAll("circle"), radius = dots.length > 1000 ? 3 : 5, letters = 15;
  const [x0, y0, w0, h0] = svg.getAttribute("viewBox").split(" ").map(Number), box = { x: x0, y: y0, w: w0, h: h0 };
  let held = null;

  function draw() {
    svg.setAttribute("viewBox", [box.x, box.y, box.w, box.h].join(" "));
    const scale = box.w / width, drawn = svg.clientWidth ? width / svg.clientWidth : 1;
    dots.forEach((dot) => dot.setAttribute("r", radius * Math.sqrt(scale) * Math.max(0.8, Math.min(drawn, 1.5))));
    svg.querySelectorAll(".place").forEach((name) => { name.style.fontSize = (name.classList.contains("block") ? letters - 2 : letters) * scale * Math.max(1, Math.min(drawn, 2)) + "px"; });
  }

  function scaled(factor, x, y) {
    if (!factor) Object.assign(box, { x: 0, y: 0, w: width, h: height });
    else {
      const w = Math.min(width, Math.max(width / 60, box.w * factor)), ratio = w / box.w;
      box.x = Math.max(0, Math.min(width - w, x - (x - box.x) * ratio));
      box.h *= ratio;
      box.y = Math.max(0, Math.min(height - box.h, y - (y - box.y) * ratio));
      box.w = w;
    }
    draw();
  }

  zoom.hidden = false;
  zoom.addEventListener("click", (event) => {
    if (event.target.dataset.zoom !== undefined) scaled(Number(event.target.dataset.zoom), box.x + box.w / 2, box.y + box.h / 2);
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = svg.getBoundingClientRect();
    scaled(event.deltaY > 0 ? 1.25 : 0.8, box.x + ((event.clientX - at.left) / at.width) * box.w, box.y + ((event.clientY - at.top) / at.height) * box.h);
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => { held = { x: event.clientX, y: event.clientY, bx: box.x, by: box.y, moved: false }; });
  addEventListener("pointermove", (event) => {
    if (!held || box.w >= width) return;
    const at = svg.getBoundingClientRect(), dx = event.clientX - held.x, dy = event.clientY - held.y;
    held.moved = held.moved || Math.abs(dx) + Math.abs(dy) > 4;
    box.x = Math.max(0, Math.min(width - box.w, held.bx - (dx / at.width) * box.w));
    box.y = Math.max(0, Math.min(height - box.h, held.by - (dy / at.height) * box.h));
    draw();
  });
  addEventListener("pointerup", () => { setTimeout(() => { held = null; }, 0); });
  svg.addEventListener("click", (event) => {
    if (event.target.dataset.i !== undefined && !(held && held.moved)) picked(Number(event.target.dataset.i));
  });
  svg.addEventListener("pointerover", (event) => {
    if (event.target.dataset.i !== undefined && !event.target.firstChild) {
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = named(Number(event.target.dataset.i));
      event.target.append(title);
    }
  });
  addEventListener("resize", draw);
  addEventListener("beforeprint", () => scaled(0));
  draw();
}
