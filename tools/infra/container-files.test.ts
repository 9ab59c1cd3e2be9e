import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../paths.mjs";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const text = read("infra/Containerfile");
const file = DockerfileParser.parse(text);

/** The instructions of one stage, and of those it is built on; the last of a kind decides. */
function instructionsOf(stage: string): { keyword: string; content: string }[] {
  const images = file.getFROMs();
  const index = images.findIndex((from) => from.getBuildStage() === stage);
  const from = images[index];
  if (!from) return [];
  const begin = from.getRange().start.line;
  const end = images[index + 1]?.getRange().start.line ?? Number.POSITIVE_INFINITY;
  const own = file
    .getInstructions()
    .filter((instruction) => instruction.getRange().start.line > begin && instruction.getRange().start.line < end)
    .map((instruction) => {
      const { start, end: last } = instruction.getRange();
      const lines = text.split("\n").slice(start.line, last.line + 1);
      const keyword = instruction.getKeyword();
      return { keyword, content: lines.join("\n").slice(keyword.length).trim() };
    });
  return [...instructionsOf(from.getImage() ?? ""), ...own];
}

test("the linter has nothing to say", () => {
  expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
});

test("every image begins with the Node that the product is pinned to", () => {
  const { nodeVersion } = parse(read("pnpm-workspace.yaml"));
  const stages = new Set(file.getFROMs().map((from) => from.getBuildStage()));
  const outside = file.getFROMs().flatMap((from) => (stages.has(from.getImage()) ? [] : [from.getImage()]));
  expect(new Set(outside)).toEqual(new Set([`node:${nodeVersion}-bookworm-slim`]));
});

describe.each(["api", "bot"])("the image of the %s", (stage) => {
  const instructions = instructionsOf(stage);
  const last = (keyword: string) =>
    instructions.filter((instruction) => instruction.keyword === keyword).at(-1)?.content;

  test("runs as a user without rights", () => {
    expect(last("USER")).toBe("node");
  });

  test("says whether it is alive", () => {
    expect(last("HEALTHCHECK")).toContain("/healthz");
  });

  test("runs as production, where demonstrations are refused and secrets are required", () => {
    expect(instructions).toContainEqual({ keyword: "ENV", content: "NODE_ENV=production" });
  });

  test("holds bundles, the one package that cannot be bundled, and no sources", () => {
    const copied = instructions.filter(({ keyword }) => keyword === "COPY" || keyword === "ADD");
    expect(copied.length).toBeGreaterThan(0);
    for (const { content } of copied) expect(content).toMatch(/^--from=build (\/src\/apps\/\w+\/dist|\/embedded) /);
  });
});
