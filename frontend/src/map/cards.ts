// Cards: what lies under the mouse, and what a click keeps open.
import maplibregl, { type LngLatLike, type MapGeoJSONFeature, type MapLayerMouseEvent, type Map as Chart } from "maplibre-gl";
import { estatePage, signs, type Config } from "./config";
import { idsOf, listOf, type Counted } from "./counted";

type Lines = (string | undefined | false)[];

/** Show a card for what the mouse is on; a click on one estate keeps it, on several it comes nearer. */
export function startCards(chart: Chart, config: Config): void {
  const card = new maplibregl.Popup({ closeButton: false, closeOnClick: false, focusAfterOpen: false, offset: 14, maxWidth: "18rem" });
  let isKept = false;
  card.on("close", () => { isKept = false; });
  const isChoosing = () => chart.getContainer().classList.contains("is-choosing");
  const show = (at: LngLatLike, body: HTMLElement) => card.setLngLat(at).setDOMContent(body).addTo(chart);
  const over = (layer: string, at: (event: MapLayerMouseEvent) => LngLatLike, body: (feature: MapGeoJSONFeature) => HTMLElement) => {
    chart.on("mousemove", layer, (event) => {
      const feature = event.features?.[0];
      if (isChoosing() || isKept || !feature) return;
      if (layer !== "estates" && chart.queryRenderedFeatures(event.point, { layers: ["estates"] }).length) return;
      chart.getCanvas().style.cursor = "pointer";
      show(at(event), body(feature));
    });
    chart.on("mouseleave", layer, () => {
      chart.getCanvas().style.cursor = "";
      if (!isKept) card.remove();
    });
    chart.on("click", layer, (event) => {
      const feature = event.features?.[0];
      if (isChoosing() || !feature) return;
      if (layer !== "estates" && chart.queryRenderedFeatures(event.point, { layers: ["estates"] }).length) return;
      if ((feature.properties.count ?? 1) > 1) {
        chart.easeTo({ center: place(feature), zoom: chart.getZoom() + 2 });
        return;
      }
      event.preventDefault();
      show(at(event), body(feature));
      isKept = true;
    });
  };
  over("estates", (event) => place(event.features![0]!), (feature) => estateCard(feature, config));
  over("pipes", (event) => event.lngLat, (feature) => pipeCard(feature, config));
  over("resources", (event) => place(event.features![0]!), (feature) => resourceCard(feature, config));
  for (const layer of config.counted ?? [])
    for (const id of idsOf(layer)) over(id, (event) => place(event.features![0]!), (feature) => countedCard(feature, layer));
  // A popup that closes on clicks would close on the very click that keeps it.
  chart.on("click", (event) => { if (!event.defaultPrevented) card.remove(); });
}

function place(feature: MapGeoJSONFeature): [number, number] {
  return (feature.geometry as unknown as { coordinates: [number, number] }).coordinates;
}

const number = (n: unknown): string => Number(n).toLocaleString("en");

function estateCard(feature: MapGeoJSONFeature, config: Config): HTMLElement {
  const said = feature.properties;
  if ((said.count ?? 1) > 1) {
    const parts = Object.entries(signs(config)).map(([word, [sign, name]]) => {
      const n = said[`${config.by}_${word}`];
      return n && `${sign} ${name} ${number(n)}`;
    });
    return made(`${number(said.count)} ${config.words.estates}`, parts);
  }
  const states = [config.stages[said.stage], config.verdicts[said.verdict]].map((sign) => sign && `${sign[0]} ${sign[1]}`);
  const card = made(said.name ?? "", [...states, said.households && `${number(said.households)} ${config.words.households}`]);
  return leading(card, feature.id, config);
}

function pipeCard(feature: MapGeoJSONFeature, config: Config): HTMLElement {
  const said = feature.properties;
  const card = made([config.pipes[said.kind], said.material].filter(Boolean).join(" "), [
    config.conditions[said.condition],
    said.length_m && `${number(said.length_m)} ${config.words.metres}`,
    said.laid_year && config.words.laid.replace("{year}", said.laid_year),
  ]);
  return leading(card, said.estate_id, config);
}

function resourceCard(feature: MapGeoJSONFeature, config: Config): HTMLElement {
  const said = feature.properties;
  return leading(made(said.name ?? "", [said.area_m2 && `${number(said.area_m2)} ㎡`]), said.estate_id, config);
}

function countedCard(feature: MapGeoJSONFeature, layer: Counted): HTMLElement {
  const said = feature.properties;
  const isOne = (said.count ?? 1) === 1;
  const title = isOne ? said.name ?? "" : layer.words.several.replace("{n}", number(said.count));
  const card = made(title, [
    layer.words.words.replace("{n}", number(said.n)),
    said.overdue > 0 && layer.words.late.replace("{n}", number(said.overdue)),
  ]);
  if (isOne) card.append(Object.assign(document.createElement("a"), { href: listOf(layer, feature.id ?? 0), textContent: layer.words.open }));
  return card;
}

function made(title: string, lines: Lines): HTMLElement {
  const card = Object.assign(document.createElement("div"), { className: "map-card" });
  card.append(Object.assign(document.createElement("b"), { textContent: title }));
  for (const line of lines) if (line) card.append(Object.assign(document.createElement("div"), { textContent: line }));
  return card;
}

function leading(card: HTMLElement, estate: string | number | undefined, config: Config): HTMLElement {
  card.append(Object.assign(document.createElement("a"), { href: estatePage(config, estate ?? 0), textContent: config.words.open }));
  return card;
}
