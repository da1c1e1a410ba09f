// The big map: what is switched on, and where it begins; cards, rows and choosing have their own rooms.
import maplibregl, { type LngLatBoundsLike, type Map as Chart } from "maplibre-gl";
import { startCards } from "./cards";
import { startChoosing } from "./choose";
import type { Config } from "./config";
import { countedOf } from "./counted";
import { startRows } from "./rows";
import { drawSigns } from "./signs";
import { layersOf, styleOf } from "./style";
import { followTheme, isDark } from "./theme";

const FALLBACK: LngLatBoundsLike = [73, 18, 135, 54];

/** Put the map in place of the picture, and bring its tools to life. */
export async function startPage(stage: HTMLElement, told: Config): Promise<void> {
  const config = { ...told, counted: countedOf(document) };
  const bounds = await extent(config);
  const picture = stage.innerHTML;
  stage.replaceChildren();
  let chart: Chart;
  try {
    chart = new maplibregl.Map({ container: stage, style: styleOf(config, isDark()), bounds, fitBoundsOptions: { padding: 40, maxZoom: 17 }, attributionControl: false, maxZoom: 20, dragRotate: false, pitchWithRotate: false });
  } catch {
    stage.innerHTML = picture;
    hint(config.words.failed);
    return;
  }
  Object.assign(stage, { chart }); // for whoever looks at it from outside: the console, tests
  chart.touchZoomRotate.disableRotation();
  chart.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  chart.addControl(new maplibregl.ScaleControl({ unit: "metric" }), "bottom-left");
  chart.getCanvas().setAttribute("aria-label", config.words.shown);
  drawSigns(chart, config);
  chart.on("load", () => {
    showGroups(chart);
    startSwitches(chart, config);
    stage.dataset.ready = "true";
  });
  startCards(chart, config);
  startRows(chart);
  startChoosing(chart, stage, config);
  for (const part of document.querySelectorAll<HTMLElement>(".map-tools, .map-layers")) part.hidden = false;
  followTheme(chart, config, () => showGroups(chart));
}

/** Say something below the map. */
export function hint(words: string): void {
  const place = document.querySelector<HTMLElement>(".map-hint");
  if (!place) return;
  place.textContent = words;
  place.closest<HTMLElement>(".map-tools")!.hidden = false;
}

async function extent(config: Config): Promise<LngLatBoundsLike> {
  const asked = new URLSearchParams(config.query).get("bbox")?.split(",").map(Number);
  if (asked?.length === 4 && asked.every(Number.isFinite)) return asked as [number, number, number, number];
  if (config.bounds) return config.bounds;
  const answer = await fetch(`${config.tiles.estates.split("/{z}")[0]}/metadata`);
  const said = answer.ok ? await answer.json() : {};
  return said.bounds ?? FALLBACK;
}

function showGroups(chart: Chart): void {
  const told = document.getElementById("map-groups")?.textContent;
  if (told) (chart.getSource("groups") as maplibregl.GeoJSONSource).setData(JSON.parse(told));
}

function startSwitches(chart: Chart, config: Config): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-layer]")) {
    const ids = layersOf(config, box.dataset.layer ?? "");
    const keys = document.querySelector<HTMLElement>(`[data-keys="${box.dataset.layer}"]`);
    const apply = () => {
      if (keys) keys.hidden = !box.checked;
      for (const id of ids) chart.setLayoutProperty(id, "visibility", box.checked ? "visible" : "none");
    };
    box.addEventListener("change", apply);
    chart.on("styledata", () => {
      const isShown = (id: string) => chart.getLayoutProperty(id, "visibility") !== "none";
      if (ids.every((id) => chart.getLayer(id)) && ids.some((id) => isShown(id) !== box.checked)) apply();
    });
    apply();
  }
}
