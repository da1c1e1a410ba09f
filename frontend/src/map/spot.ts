// The small map of an estate: where it stands, with its buildings.
import maplibregl from "maplibre-gl";
import type { Config } from "./config";
import { drawSigns } from "./signs";
import { styleOf } from "./style";
import { followTheme, isDark } from "./theme";

/** Draw every small map of the page. */
export function startSpots(config: Config): void {
  for (const place of document.querySelectorAll<HTMLElement>(".map-spot")) {
    const picture = place.innerHTML;
    place.replaceChildren();
    try {
      const chart = new maplibregl.Map({
        container: place,
        style: styleOf(config, isDark()),
        center: [Number(place.dataset.lon), Number(place.dataset.lat)],
        zoom: 15.5,
        attributionControl: false,
        cooperativeGestures: true,
        dragRotate: false,
      });
      drawSigns(chart, config);
      followTheme(chart, config);
    } catch {
      place.innerHTML = picture; // no WebGL: the picture says the same
    }
  }
}
