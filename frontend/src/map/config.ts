// What the server tells the map: addresses, signs, words.

import type { Counted } from "./counted";

/** A sign and the word for it. */
export type Sign = [string, string];

export interface Config {
  by: "stage" | "verdict";
  tiles: Record<"estates" | "buildings" | "pipes" | "resources", string>;
  outlines: string;
  estate: string;
  list: string;
  choose: string;
  query: string;
  bounds: [number, number, number, number] | null;
  tianditu: string;
  stages: Record<string, Sign>;
  verdicts: Record<string, Sign>;
  pipes: Record<string, string>;
  conditions: Record<string, string>;
  counted?: Counted[];
  words: Record<"open" | "metres" | "laid" | "households" | "estates" | "box" | "ring" | "failed" | "shown", string>;
}

/** The signs that estates are coloured by. */
export function signs(config: Config): Record<string, Sign> {
  return config.by === "verdict" ? config.verdicts : config.stages;
}

/** A colour of the signs, which are the same on every page. */
export function colour(word: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${word}`).trim() || "#4a5463";
}

/** The page of an estate. */
export function estatePage(config: Config, id: string | number): string {
  return config.estate.replace(/0$/, String(id));
}
