// The map follows the theme of the page: its ground, and the signs that were drawn for the other one.
import type { Map as Chart } from "maplibre-gl";
import type { Config } from "./config";
import { repaint } from "./signs";
import { styleOf } from "./style";

/** Whether the page is dark. */
export const isDark = (): boolean => document.documentElement.dataset.bsTheme === "dark";

/** Keep a map in the theme of the page; `restore` puts back what the style does not hold. */
export function followTheme(chart: Chart, config: Config, restore: () => void = () => undefined): void {
  const follow = () => {
    chart.setStyle(styleOf(config, isDark()));
    repaint(chart, config);
    restore();
  };
  new MutationObserver(follow).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
}
