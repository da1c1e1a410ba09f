// The big map: cards, switches, choosing an area.
import maplibregl, { type LngLatBoundsLike, type MapGeoJSONFeature, type Map as Chart } from "maplibre-gl";
import { startChoosing } from "./choose";
import { estatePage, signs, type Config } from "./config";
import { drawSigns } from "./signs";
import { styleOf, SWITCHES } from "./style";

const FALLBACK: LngLatBoundsLike = [73, 18, 135, 54];

/** Put the map in place of the picture, and bring its tools to life. */
export async function startPage(stage: HTMLElement, config: Config): Promise<void> {
  const bounds = await extent(config);
  const picture = stage.innerHTML;
  stage.replaceChildren();
  let chart: Chart;
  try {
    chart = new maplibregl.Map({ container: stage, style: styleOf(config), bounds, fitBoundsOptions: { padding: 40, maxZoom: 17 }, attributionControl: false, maxZoom: 20, dragRotate: false, pitchWithRotate: false });
  } catch {
    stage.innerHTML = picture;
    hint(config.words.failed);
    return;
  }
  chart.touchZoomRotate.disableRotation();
  chart.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  chart.addControl(new maplibregl.ScaleControl({ unit: "metric" }), "bottom-left");
  chart.getCanvas().setAttribute("aria-label", config.words.shown);
  drawSigns(chart, config);
  chart.on("load", () => {
    showGroups(chart);
    startSwitches(chart);
    stage.dataset.ready = "true";
  });
  startCards(chart, config);
  startChoosing(chart, stage, config);
  for (const part of document.querySelectorAll<HTMLElement>(".map-tools, .map-layers")) part.hidden = false;
  new MutationObserver(() => chart.setStyle(styleOf(config))).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
}

function place(feature: MapGeoJSONFeature): [number, number] {
  return (feature.geometry as unknown as { coordinates: [number, number] }).coordinates;
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

function startSwitches(chart: Chart): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-layer]")) {
    const ids = SWITCHES[box.dataset.layer ?? ""] ?? [];
    const apply = () => {
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

function startCards(chart: Chart, config: Config): void {
  const card = new maplibregl.Popup({ closeButton: false, closeOnClick: true, offset: 14, maxWidth: "18rem" });
  let isKept = false;
  card.on("close", () => { isKept = false; });
  const show = (feature: MapGeoJSONFeature) => card.setLngLat(place(feature)).setDOMContent(cardOf(feature, config)).addTo(chart);
  chart.on("mousemove", "estates", ({ features }) => {
    chart.getCanvas().style.cursor = "pointer";
    if (!isKept && features?.[0]) show(features[0]);
  });
  chart.on("mouseleave", "estates", () => {
    chart.getCanvas().style.cursor = "";
    if (!isKept) card.remove();
  });
  chart.on("click", "estates", ({ features }) => {
    const feature = features?.[0];
    if (!feature || chart.getContainer().classList.contains("is-choosing")) return;
    if ((feature.properties.count ?? 1) > 1) {
      chart.easeTo({ center: place(feature), zoom: chart.getZoom() + 2 });
    } else {
      show(feature);
      isKept = true;
    }
  });
}

function cardOf(feature: MapGeoJSONFeature, config: Config): HTMLElement {
  const said = feature.properties;
  const made = document.createElement("div");
  made.className = "map-card";
  const line = (text: string) => made.append(Object.assign(document.createElement("div"), { textContent: text }));
  if ((said.count ?? 1) > 1) {
    line(`${Number(said.count).toLocaleString("en")} ${config.words.estates}`);
    for (const [word, [sign, name]] of Object.entries(signs(config))) {
      const n = said[`${config.by}_${word}`];
      if (n) line(`${sign} ${name} ${Number(n).toLocaleString("en")}`);
    }
    return made;
  }
  made.append(Object.assign(document.createElement("b"), { textContent: said.name ?? "" }));
  for (const sign of [config.stages[said.stage], config.verdicts[said.verdict]]) if (sign) line(`${sign[0]} ${sign[1]}`);
  if (said.households) line(`${Number(said.households).toLocaleString("en")} ${config.words.households}`);
  made.append(Object.assign(document.createElement("a"), { href: estatePage(config, feature.id ?? 0), textContent: config.words.open }));
  return made;
}
