import { cpSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { fontFiles, fontPaths, rareFontPaths } from "../src/documents/pdf/fonts.ts";

const typesetter = "@myriaddreamin/typst-ts-node-compiler";

/** Makes the process that prints: its bundle, the native typesetter it loads and the typefaces with their licences. */
export async function bundlePrinter(into: string): Promise<void> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("../src/documents/printer/process.ts", import.meta.url)),
    platform: "node",
    external: [typesetter],
  });
  await bundle.write({ file: join(into, "printer-process.js"), format: "esm", codeSplitting: false });
  await bundle.close();
  copyTypesetter(into);
  copyFonts(join(into, "fonts"));
}

/** A native addon cannot be bundled: the package and those of this platform go beside the bundle, where Node looks first. */
function copyTypesetter(into: string): void {
  const { resolve } = createRequire(import.meta.url);
  const scope = dirname(realpathSync(dirname(resolve(`${typesetter}/package.json`))));
  for (const name of readdirSync(scope)) {
    if (!name.startsWith(basename(typesetter))) continue;
    const from = realpathSync(join(scope, name));
    cpSync(from, join(into, "node_modules/@myriaddreamin", name), {
      recursive: true,
      filter: (source) => basename(source) !== "node_modules",
    });
  }
}

function copyFonts(into: string): void {
  mkdirSync(into, { recursive: true });
  for (const path of rareFontPaths()) cpSync(path, join(into, basename(path)));
  const paths = fontPaths();
  for (const [at, { of, file }] of fontFiles.entries()) {
    const from = paths[at];
    if (from === undefined) throw new Error(`No path of ${file}`);
    cpSync(from, join(into, file));
    cpSync(join(dirname(dirname(from)), "LICENSE_FONT"), join(into, `OFL-${basename(of)}.txt`));
  }
}
