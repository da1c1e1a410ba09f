// Layers of other parts of the site: how many of something there are at each estate, as a badge at its sign.
import type { LayerSpecification } from "maplibre-gl";
import { colour } from "./config";

/** What the page says of such a layer: where its tiles and rows are, and its words. */
export interface Counted {
  id: string;
  tiles: string;
  list: string;
  words: Record<"words" | "late" | "several" | "open", string>;
}

/** Read the layers that the page has. */
export function countedOf(page: Document): Counted[] {
  return [...page.querySelectorAll<HTMLElement>("[data-counted]")].map(({ dataset }) => ({
    id: dataset.layer ?? "",
    tiles: dataset.tiles ?? "",
    list: dataset.list ?? "",
    words: { words: dataset.words ?? "", late: dataset.late ?? "", several: dataset.several ?? "", open: dataset.open ?? "" },
  }));
}

/** Which layers of the style a layer has: the halo below the signs of estates, the badge above them. */
export const idsOf = ({ id }: Counted): string[] => [id, `${id}-badge`];

/** A halo that grows with the number, by its area. */
export function halo({ id }: Counted): LayerSpecification {
  const size = ["sqrt", ["coalesce", ["get", "n"], 1]];
  return {
    id,
    type: "circle",
    source: id,
    "source-layer": id,
    paint: {
      "circle-radius": ["interpolate", ["linear"], size, 1, 16, 5, 30, 15, 48] as never,
      "circle-color": colour("counted"),
      "circle-opacity": 0.25,
      "circle-stroke-color": colour("counted"),
      "circle-stroke-width": 1.5,
    },
  };
}

/** The number, and how many of them are late. */
export function badge({ id }: Counted): LayerSpecification {
  return {
    id: `${id}-badge`,
    type: "symbol",
    source: id,
    "source-layer": id,
    layout: {
      "icon-image": ["concat", "badge|", ["to-string", ["get", "n"]], "|", ["to-string", ["coalesce", ["get", "overdue"], 0]]] as never,
      "icon-anchor": "bottom-left",
      "icon-offset": [6, -6],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "symbol-sort-key": ["get", "n"],
    },
  };
}

/** The list of what is counted at one estate. */
export function listOf(layer: Counted, estate: string | number): string {
  return layer.list.replace(/estate=0$/, `estate=${estate}`);
}
