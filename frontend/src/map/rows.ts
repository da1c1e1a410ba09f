// The table below the map and the map show the same thing: pointing at one marks it in the other.
import type { GeoJSONSource, Map as Chart } from "maplibre-gl";

/** Mark the place of a row that is pointed at, and the row of a place that is. */
export function startRows(chart: Chart): void {
  const rows = new Map<string, HTMLElement>();
  for (const link of document.querySelectorAll<HTMLElement>("a[data-estate]")) {
    const row = link.closest<HTMLElement>("tr");
    if (!row) continue;
    rows.set(link.dataset.estate ?? "", row);
    const lon = Number(link.dataset.lon ?? NaN);
    const lat = Number(link.dataset.lat ?? NaN);
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) continue;
    const lit = () => show(chart, [[lon, lat]]);
    row.addEventListener("pointerenter", lit);
    link.addEventListener("focus", lit);
    row.addEventListener("pointerleave", () => show(chart, []));
    link.addEventListener("blur", () => show(chart, []));
  }
  let marked: HTMLElement | undefined;
  const mark = (row: HTMLElement | undefined) => {
    marked?.classList.remove("is-lit");
    marked = row;
    marked?.classList.add("is-lit");
  };
  chart.on("mousemove", "estates", ({ features }) => mark(rows.get(String(features?.[0]?.id ?? ""))));
  chart.on("mouseleave", "estates", () => mark(undefined));
}

function show(chart: Chart, places: [number, number][]): void {
  const lit = chart.getSource("lit") as GeoJSONSource | undefined;
  lit?.setData({ type: "Feature", properties: {}, geometry: { type: "MultiPoint", coordinates: places } });
}
