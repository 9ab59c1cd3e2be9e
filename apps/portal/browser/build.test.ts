import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";

const folder = inject("portalFolder");
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const read = (file: string) => readFileSync(file, "utf8");
const ending = (...endings: string[]) => files.filter((file) => endings.some((one) => file.endsWith(one)));
const page = read(join(folder, "index.html"));

test("the first page loads at most 120 kB of gzipped JavaScript", () => {
  const loaded = Array.from(page.matchAll(/(?:src|href)="([^"]+\.js)"/g), (match) => join(folder, match[1] ?? ""));
  expect(loaded.length).toBeGreaterThan(0);
  const bytes = loaded.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  expect(bytes).toBeLessThanOrEqual(120_000);
});

test("nothing is inlined that a strict content security policy would stop", () => {
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>/);
  for (const file of ending(".css", ".html")) expect(read(file), file).not.toContain("data:");
});

test("no address of another server is built in, but for names that nobody asks for", () => {
  const named = /^http:\/\/www\.w3\.org\/|^https:\/\/react\.dev\/errors\//;
  const addresses = ending(".html", ".css", ".js", ".svg").flatMap(
    (file) => read(file).match(/https?:\/\/[\w./-]+/g) ?? [],
  );
  expect(addresses.filter((address) => !named.test(address))).toEqual([]);
});

test("the built code calls nothing that the oldest browsers of ours do not have", () => {
  // Chromium 100 and Safari 15.4: these came later, and the build does not add them.
  const later =
    /\.(toSorted|toReversed|toSpliced|findLastIndex\b(?!:)|isWellFormed|withResolvers|groupBy|fromAsync)\(|AbortSignal\.(timeout|any)|URL\.canParse|Promise\.try/;
  for (const file of ending(".js")) expect(read(file).match(later)?.[0], file).toBeUndefined();
});

test("without scripts, or in a browser too old for them, the page says what it is and what to do", () => {
  expect(page).toMatch(/<html lang="zh-CN">/);
  expect(page).toMatch(/<h1>郑州市中小企业公共服务示范平台<\/h1>/);
  expect(page).toMatch(/<noscript>[\s\S]*允许本站运行脚本[\s\S]*<\/noscript>/);
  expect(page).toContain("浏览器版本较旧");
});
