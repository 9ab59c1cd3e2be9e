import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

type Chunk = {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
  isDynamicEntry?: boolean;
};

const folder = mkdtempSync(join(tmpdir(), "shifan-admin-"));
let manifest: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  // The test runner's own value would put React's development build into the console.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({
    root: join(import.meta.dirname, ".."),
    mode: "production",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, manifest: "manifest.json" },
  });
  process.env.NODE_ENV = NODE_ENV;
  manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A chunk with all that has to be there before it runs. */
function withImports(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  for (const each of manifest[key]?.imports ?? []) withImports(each, found);
  return found;
}

const bytesOf = (keys: Iterable<string>): number =>
  [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(join(folder, manifest[key]?.file ?? ""))).length, 0);
const entry = () => Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? "";

/** The first page of all: the frame, and what waits today. */
const first = () => new Set([...withImports(entry()), ...withImports("src/home/home.tsx")]);

test("the first page loads at most 380 kB of gzipped JavaScript", () => {
  expect(first().size).toBeGreaterThan(1);
  expect(bytesOf(first())).toBeLessThanOrEqual(380_000);
});

const further = () => Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry);

/** What has to be fetched once the first page is there. */
const addedBy = (...keys: string[]) => {
  const before = first();
  const needed = new Set(keys.flatMap((key) => [...withImports(key)]));
  return bytesOf([...needed].filter((each) => !before.has(each)));
};

test("each further page and dialog loads at most 80 kB more", () => {
  expect(further().length).toBeGreaterThan(20);
  for (const key of further()) {
    // What shows a paper in the page is fetched with the first paper that is opened, and never before.
    if (/^src\/files\/(pdf|docx)[^/]*$/.test(key)) continue;
    expect(addedBy(key), key).toBeLessThanOrEqual(80_000);
  }
});

test("a case with what is looked at in it first loads at most 80 kB more", () => {
  expect(addedBy("src/applications/case-page.tsx", "src/applications/case/check.tsx")).toBeLessThanOrEqual(80_000);
});

test("every page that a resource declares is one of those that are counted", () => {
  const source = join(import.meta.dirname, "..", "src");
  const pages = globSync("*/index.ts", { cwd: source }).flatMap((index) => {
    const text = readFileSync(join(source, index), "utf8");
    return [...text.matchAll(/import\("\.\/([\w/-]+\.tsx)"\)/g)].map(([, file]) => `src/${dirname(index)}/${file}`);
  });
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter((page) => !further().includes(page))).toEqual([]);
  // A page beside the first that is not fetched on demand would be part of everybody's first load.
  for (const index of globSync("*/index.ts", { cwd: source })) {
    expect(readFileSync(join(source, index), "utf8"), index).not.toMatch(/^import .*\.tsx"/m);
  }
});

test("nothing is inlined that a strict content security policy would stop", () => {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>/);
  expect(page).toMatch(/<noscript>[\s\S]*允许本站运行脚本[\s\S]*<\/noscript>/);
});

test("no address is built in that anybody would be sent to or asked at", () => {
  const scripts = readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"));
  const addresses = scripts.flatMap((name) => [
    ...readFileSync(join(folder, "assets", name), "utf8").matchAll(
      /(?:fetch\(|\.src=|href:)\s*[`"'](https?:\/\/[^`"']+)/g,
    ),
  ]);
  // Part of react-admin and switched off (`disableTelemetry`); the journeys would see it asked for.
  const switchedOff = /^https:\/\/react-admin-telemetry\.marmelab\.com\//;
  expect(addresses.map(([, address = ""]) => address).filter((address) => !switchedOff.test(address))).toEqual([]);
});
