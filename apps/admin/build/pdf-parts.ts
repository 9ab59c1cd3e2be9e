import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);
/** The pdfjs that react-pdf itself uses: worker, tables and pages are of one version. */
const directory = dirname(createRequire(require.resolve("react-pdf")).resolve("pdfjs-dist/package.json"));
const { version } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as { version: string };

/** The build of pdfjs for browsers that are some years old, as offices have them. */
export const pdfScript = join(directory, "legacy", "build", "pdf.mjs");

/** Which of its files a page fetches when it shows a paper: no WebAssembly, which the content security policy does not let run. */
const parts: readonly { from: string; to: string; isShipped: (name: string) => boolean }[] = [
  { from: "legacy/build", to: "", isShipped: (name) => name === "pdf.worker.min.mjs" },
  { from: "cmaps", to: "cmaps/", isShipped: (name) => extname(name) === ".bcmap" },
  { from: "standard_fonts", to: "fonts/", isShipped: (name) => [".pfb", ".ttf"].includes(extname(name)) },
  { from: "wasm", to: "decoders/", isShipped: (name) => name.endsWith("_nowasm_fallback.js") },
];

/** Ships worker, tables of characters, fonts and decoders of pdfjs with the pages, below an address that names their version. */
export function shipPdfParts(): Plugin {
  return {
    name: "pdf-parts",
    generateBundle() {
      for (const { from, to, isShipped } of parts) {
        for (const name of readdirSync(join(directory, from)).filter(isShipped)) {
          const fileName = `assets/pdf-${version}/${to}${name}`;
          this.emitFile({ type: "asset", fileName, source: readFileSync(join(directory, from, name)) });
        }
      }
    },
  };
}
