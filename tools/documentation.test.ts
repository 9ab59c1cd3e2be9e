import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./paths.mjs";
import { workspaceFolders } from "./workspaces.mjs";

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Names that an app reads from the environment; each app does so in one file. */
const settings = ["apps/api/src/settings.ts", "apps/bot/src/settings.ts"].flatMap((path) =>
  [...read(path).matchAll(/\bread\("([A-Z_]+)"\)/g)].map(([, name = ""]) => name),
);
const names = [...new Set(settings)].sort();

test("the settings of both apps are found", () => {
  expect(names).toEqual(expect.arrayContaining(["PORT", "BOT_PORT", "SERVICE_TOKEN"]));
});

describe.each(names)("the setting %s", (name) => {
  test("is in the example of settings", () => {
    expect(read("infra/settings.example.env")).toMatch(new RegExp(`^#?${name}=`, "m"));
  });

  test("is in the README, in both languages", () => {
    expect(read("README.md").match(new RegExp(`\\| \`${name}\``, "g")) ?? []).toHaveLength(2);
  });
});

test("the example shows no setting that nothing reads", () => {
  const shown = [...read("infra/settings.example.env").matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  // The compose file reads this one.
  expect(shown.filter((name) => name !== "POSTGRES_PASSWORD").sort()).toEqual(names);
});

test("every command is in the README, in both languages", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  for (const script of Object.keys(scripts)) {
    const command = script === "start" || script === "test" ? `npm ${script}` : `npm run ${script}`;
    expect(read("README.md").split(`| \`${command}`).length - 1, command).toBe(2);
  }
});

test("every dependency has its reason in the decision on the stack", () => {
  const decision = read("docs/adr/0001-stack.md");
  const manifests = ["package.json", ...workspaceFolders(root).map((folder) => `${folder}/package.json`)];
  const dependencies = manifests.flatMap((path) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(path));
    return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  });
  const unexplained = dependencies.filter((name) => !/^@(types|shifan)\//.test(name) && !decision.includes(name));
  expect(unexplained).toEqual([]);
});

test("every page that a page of ours links to exists", () => {
  const pages = ["README.md", "docs/operations.md", "docs/security.md"];
  for (const page of pages) {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link = ""]) => link);
    for (const link of links) expect(() => read(join(page, "..", link)), `${page}: ${link}`).not.toThrow(/ENOENT/);
  }
});
