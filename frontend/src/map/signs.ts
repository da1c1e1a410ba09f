// Draws the signs of estates and of clusters; no fonts are fetched, the page's own are used.
import type { Map as Chart } from "maplibre-gl";
import { colour, signs, type Config } from "./config";

const RATIO = 2;

function canvas(side: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const made = document.createElement("canvas");
  made.width = made.height = side * RATIO;
  const pen = made.getContext("2d")!;
  pen.scale(RATIO, RATIO);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  return [made, pen];
}

function disc(pen: CanvasRenderingContext2D, at: number, radius: number, fill: string): void {
  pen.beginPath();
  pen.arc(at, at, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
}

/** One estate: a disc in the colour of its state with the sign of it. */
function single(word: string, sign: string): ImageData {
  const side = 24;
  const [made, pen] = canvas(side);
  disc(pen, side / 2, 11.5, "#fff");
  disc(pen, side / 2, 10, colour(word));
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${word}-bg`) || "#fff";
  pen.font = "600 13px sans-serif";
  pen.fillText(sign, side / 2, side / 2 + 1);
  return pen.getImageData(0, 0, made.width, made.height);
}

/** Several estates: how many, within a ring that shows the share of each state. */
function cluster(count: number, parts: [string, number][]): ImageData {
  const side = count < 10 ? 34 : count < 100 ? 42 : count < 1000 ? 50 : 60;
  const [made, pen] = canvas(side);
  const middle = side / 2;
  disc(pen, middle, middle - 0.5, "#fff");
  const total = parts.reduce((sum, [, n]) => sum + n, 0) || 1;
  let from = -Math.PI / 2;
  for (const [word, n] of parts) {
    const to = from + (2 * Math.PI * n) / total;
    pen.beginPath();
    pen.arc(middle, middle, middle - 4, from, to);
    pen.lineWidth = 6;
    pen.strokeStyle = colour(word);
    pen.stroke();
    from = to;
  }
  pen.fillStyle = "#1f2933";
  pen.font = `600 ${side < 40 ? 13 : 15}px system-ui, sans-serif`;
  pen.fillText(count.toLocaleString("en"), middle, middle + 1);
  return pen.getImageData(0, 0, made.width, made.height);
}

/** How many of something there are, and how many of them are late. */
function badge(n: number, late: number): ImageData {
  const text = late ? `${n.toLocaleString("en")} ✕${late.toLocaleString("en")}` : n.toLocaleString("en");
  const font = "600 12px system-ui, sans-serif";
  const ruler = document.createElement("canvas").getContext("2d")!;
  ruler.font = font;
  const [width, height] = [Math.ceil(Math.max(18, ruler.measureText(text).width + 10)), 18];
  const made = document.createElement("canvas");
  [made.width, made.height] = [width * RATIO, height * RATIO];
  const pen = made.getContext("2d")!;
  pen.scale(RATIO, RATIO);
  pen.beginPath();
  pen.roundRect(0.5, 0.5, width - 1, height - 1, 5);
  pen.fillStyle = colour(late ? "counted-late" : "counted");
  pen.fill();
  pen.strokeStyle = "#fff";
  pen.stroke();
  Object.assign(pen, { font, textAlign: "center", textBaseline: "middle", fillStyle: colour("counted-text") });
  pen.fillText(text, width / 2, height / 2 + 0.5);
  return pen.getImageData(0, 0, made.width, made.height);
}

/** The name of the image for a feature, from which it can be drawn. */
export function imageName(config: Config): unknown {
  const words = Object.keys(signs(config));
  const counts = words.flatMap((word) => ["|", ["to-string", ["coalesce", ["get", `${config.by}_${word}`], 0]]]);
  return [
    "case",
    [">", ["coalesce", ["get", "count"], 1], 1],
    ["concat", "cluster|", ["to-string", ["get", "count"]], ...counts],
    ["concat", "one|", ["coalesce", ["get", config.by], words[words.length - 1]]],
  ];
}

function imageOf(config: Config, id: string): ImageData | null {
  const known = signs(config);
  const words = Object.keys(known);
  const [kind, first = "", ...rest] = id.split("|");
  if (kind === "badge") return badge(Number(first), Number(rest[0]));
  const sign = known[first];
  if (kind === "one" && sign) return single(first, sign[0]);
  if (kind !== "cluster") return null;
  return cluster(Number(first), rest.map((n, at): [string, number] => [words[at] ?? "", Number(n)]));
}

/** Draw images when the map first asks for them. */
export function drawSigns(chart: Chart, config: Config): void {
  chart.on("styleimagemissing", ({ id }) => {
    const drawn = chart.hasImage(id) ? null : imageOf(config, id);
    if (drawn) chart.addImage(id, drawn, { pixelRatio: RATIO });
  });
}

/** Draw what was drawn again, in the colours of now. */
export function repaint(chart: Chart, config: Config): void {
  for (const id of chart.listImages()) {
    const drawn = imageOf(config, id);
    if (drawn) chart.updateImage(id, drawn);
  }
}
