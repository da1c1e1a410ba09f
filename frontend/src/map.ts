// The map: our own tiles on our own style, no network but this site.
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";
import { startPage } from "./map/page";
import { startSpots } from "./map/spot";

const told = document.getElementById("map-config");
if (told?.textContent) {
  const config = JSON.parse(told.textContent);
  const stage = document.querySelector<HTMLElement>("#map");
  if (stage) startPage(stage, config);
  startSpots(config);
}
