// The style of the map: borders, buildings, pipes, idle resources, estates.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { imageName } from "./signs";
import { colour, type Config } from "./config";
import { badge, halo, idsOf } from "./counted";

/** Which layers of the style a switch shows. */
export function layersOf(config: Config, name: string): string[] {
  const counted = config.counted?.find(({ id }) => id === name);
  return counted ? idsOf(counted) : SWITCHES[name] ?? [];
}

const SWITCHES: Record<string, string[]> = {
  estates: ["estates"],
  outlines: ["outlines", "outlines-line"],
  buildings: ["buildings", "buildings-dot"],
  pipes: ["pipes"],
  resources: ["resources"],
};

/** What runs in a pipe; its colour is `--pipe-…` of the page, as in the legend. */
const PIPES = ["water", "drain", "power", "gas", "heat", "telecom"];

function vector(address: string): SourceSpecification {
  return { type: "vector", tiles: [new URL(address, location.href).href.replaceAll("%7B", "{").replaceAll("%7D", "}")], maxzoom: 16 };
}

function tianditu(key: string): Record<string, SourceSpecification> {
  if (!key) return {};
  const address = (layer: string) =>
    [0, 1, 2, 3].map((n) => `https://t${n}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`);
  return {
    ground: { type: "raster", tiles: address("vec"), tileSize: 256, maxzoom: 18, attribution: "天地图" },
    names: { type: "raster", tiles: address("cva"), tileSize: 256, maxzoom: 18 },
  };
}

/** The whole style for one way to colour. */
export function styleOf(config: Config, dark: boolean): StyleSpecification {
  const accent = colour("plan");
  const counted = config.counted ?? [];
  const ground: LayerSpecification[] = config.tianditu
    ? ["ground", "names"].map((id) => ({ id, type: "raster", source: id }))
    : [];
  return {
    version: 8,
    sources: {
      ...tianditu(config.tianditu),
      outlines: { type: "geojson", data: config.outlines },
      groups: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
      lit: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
      drawn: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
      estates: vector(config.tiles.estates),
      buildings: vector(config.tiles.buildings),
      pipes: vector(config.tiles.pipes),
      resources: vector(config.tiles.resources),
      ...Object.fromEntries(counted.map(({ id, tiles }) => [id, vector(tiles)])),
    },
    layers: [
      { id: "background", type: "background", paint: { "background-color": dark ? "#161c24" : "#eef1f4" } },
      ...ground,
      { id: "outlines", type: "fill", source: "outlines", paint: { "fill-color": dark ? "#1f2833" : "#ffffff", "fill-opacity": config.tianditu ? 0.1 : 0.8 } },
      { id: "outlines-line", type: "line", source: "outlines", paint: { "line-color": dark ? "#66758a" : "#8b98a8", "line-width": ["interpolate", ["linear"], ["zoom"], 8, 1, 14, 2], "line-dasharray": [4, 2] } },
      { id: "buildings", type: "fill", source: "buildings", "source-layer": "buildings", minzoom: 14, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": ["match", ["coalesce", ["get", "danger"], "a"], ["c", "d"], dark ? "#8a3b2e" : "#e9a79b", dark ? "#3a4656" : "#c9d2dc"], "fill-outline-color": dark ? "#8795a8" : "#7b8794" } },
      { id: "buildings-dot", type: "circle", source: "buildings", "source-layer": "buildings", minzoom: 12, filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 2.5, "circle-color": dark ? "#8795a8" : "#7b8794" } },
      { id: "pipes", type: "line", source: "pipes", "source-layer": "pipes", layout: { visibility: "none", "line-join": "round", "line-cap": "round" }, paint: { "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1, 15, 2, 18, 5], "line-color": ["match", ["get", "kind"], ...PIPES.flatMap((kind) => [kind, colour(`pipe-${kind}`)]), colour("ledger")] as never } },
      { id: "resources", type: "circle", source: "resources", "source-layer": "resources", layout: { visibility: "none" }, paint: { "circle-radius": ["interpolate", ["linear"], ["zoom"], 12, 4, 16, 8], "circle-color": colour("resource"), "circle-stroke-color": dark ? "#161c24" : "#fff", "circle-stroke-width": 2 } },
      { id: "groups", type: "fill", source: "groups", paint: { "fill-color": accent, "fill-opacity": 0.15 } },
      { id: "groups-line", type: "line", source: "groups", paint: { "line-color": accent, "line-width": 2 } },
      { id: "drawn", type: "line", source: "drawn", paint: { "line-color": accent, "line-width": 2, "line-dasharray": [2, 1] } },
      ...counted.map(halo),
      {
        id: "estates",
        type: "symbol",
        source: "estates",
        "source-layer": "estates",
        layout: { "icon-image": imageName(config) as never, "icon-allow-overlap": true, "icon-ignore-placement": true, "symbol-sort-key": ["coalesce", ["get", "count"], 1] },
      },
      ...counted.map(badge),
      { id: "lit", type: "circle", source: "lit", paint: { "circle-radius": 20, "circle-color": "transparent", "circle-stroke-color": dark ? "#ffe69c" : "#a52a1a", "circle-stroke-width": 4 } },
    ],
  };
}
