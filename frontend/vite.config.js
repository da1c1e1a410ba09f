// Builds the styles and scripts of the site into the package, with hashed names and a manifest.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig } from "vite";

const here = (path) => new URL(path, import.meta.url).pathname;
// One entry for every island; an island that is not there yet is left out.
const entries = ["src/main.ts", "src/theme.ts", "src/map.ts"].filter((path) => existsSync(here(path)));

/** Makes one sprite of the icons that pages use; `{% icon "name" %}` points into it. */
function icons() {
  const names = JSON.parse(readFileSync(here("icons.json"), "utf8"));
  const symbol = (name) => {
    const svg = readFileSync(here(`node_modules/@tabler/icons/icons/outline/${name}.svg`), "utf8");
    const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner.replace(/\s*\n\s*/g, "")}</symbol>`;
  };
  return {
    name: "icons",
    generateBundle() {
      const source = `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>`;
      this.emitFile({ type: "asset", name: "icons.svg", originalFileName: "icons.json", source });
    },
  };
}

/** Lays a compressed copy beside each file that gains from it. */
function compressed() {
  return {
    name: "compressed",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        const text = file.type === "chunk" ? file.code : file.source;
        if (!/\.(js|css|svg)$/.test(fileName) || text.length < 1024) continue;
        this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(text, { level: 9 }) });
        this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotliCompressSync(text) });
      }
    },
  };
}

export default defineConfig({
  base: "/static/web/",
  plugins: [icons(), compressed()],
  build: {
    outDir: "../src/jiugai/web/static/web",
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200, // the map engine, loaded by pages with a map alone
    rollupOptions: { input: entries.map(here) },
  },
});
