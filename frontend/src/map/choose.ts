// Choosing an area: a box, a ring, or what is in view; each leads to the list of what lies within.
import type { GeoJSONSource, LngLat, Map as Chart, MapMouseEvent } from "maplibre-gl";
import type { Config } from "./config";
import { hint } from "./page";

type Point = { x: number; y: number };

/** Bring the three buttons to life. */
export function startChoosing(chart: Chart, stage: HTMLElement, config: Config): void {
  const ways: Record<string, () => void> = {
    box: () => chooseBox(chart, stage, config),
    ring: () => chooseRing(chart, stage, config),
    view: () => openBox(chart, config, { x: 0, y: 0 }, { x: stage.clientWidth, y: stage.clientHeight }),
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-choose]")) {
    button.addEventListener("click", () => ways[button.dataset.choose ?? ""]?.());
  }
}

function openBox(chart: Chart, config: Config, one: Point, other: Point): void {
  const from = chart.unproject([one.x, one.y]);
  const to = chart.unproject([other.x, other.y]);
  const box = [Math.min(from.lng, to.lng), Math.min(from.lat, to.lat), Math.max(from.lng, to.lng), Math.max(from.lat, to.lat)];
  const asked = new URLSearchParams(config.query);
  asked.set("bbox", box.map((n) => n.toFixed(6)).join(","));
  location.assign(`${config.list}?${asked}`);
}

/** Wait for a choice; Escape ends it. */
function choosing(stage: HTMLElement, words: string, ended: () => void): () => void {
  stage.classList.add("is-choosing");
  hint(words);
  const end = () => {
    stage.classList.remove("is-choosing");
    hint("");
    removeEventListener("keydown", onKey);
    ended();
  };
  const onKey = (event: KeyboardEvent) => { if (event.key === "Escape") end(); };
  addEventListener("keydown", onKey);
  return end;
}

function chooseBox(chart: Chart, stage: HTMLElement, config: Config): void {
  const frame = Object.assign(document.createElement("div"), { className: "map-box" });
  let start: Point | null = null;
  chart.dragPan.disable();
  const down = (event: MapMouseEvent) => { start = event.point; stage.append(frame); };
  const move = (event: MapMouseEvent) => {
    if (!start) return;
    const { x, y } = event.point;
    Object.assign(frame.style, { left: `${Math.min(x, start.x)}px`, top: `${Math.min(y, start.y)}px`, width: `${Math.abs(x - start.x)}px`, height: `${Math.abs(y - start.y)}px` });
  };
  const up = (event: MapMouseEvent) => {
    const from = start;
    end();
    if (from && Math.abs(event.point.x - from.x) > 3) openBox(chart, config, from, event.point);
  };
  const end = choosing(stage, config.words.box, () => {
    frame.remove();
    chart.dragPan.enable();
    for (const one of heard) one.unsubscribe();
  });
  const heard = [chart.on("mousedown", down), chart.on("mousemove", move), chart.on("mouseup", up)];
}

function chooseRing(chart: Chart, stage: HTMLElement, config: Config): void {
  const ring: LngLat[] = [];
  const drawn = chart.getSource("drawn") as GeoJSONSource;
  const show = (points: LngLat[]) => drawn.setData({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: points.map((p) => p.toArray()) } });
  chart.doubleClickZoom.disable();
  const click = (event: MapMouseEvent) => { ring.push(event.lngLat); show([...ring, ...ring.slice(0, 1)]); };
  const double = (event: MapMouseEvent) => {
    event.preventDefault();
    end();
    if (ring.length < 3) return;
    const asked = new URLSearchParams(config.query);
    asked.set("ring", ring.flatMap((p) => [p.lng.toFixed(6), p.lat.toFixed(6)]).join(","));
    location.assign(`${config.choose}?${asked}`);
  };
  const end = choosing(stage, config.words.ring, () => {
    chart.doubleClickZoom.enable();
    for (const one of heard) one.unsubscribe();
    show([]);
  });
  const heard = [chart.on("click", click), chart.on("dblclick", double)];
}
