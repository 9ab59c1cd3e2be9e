import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../paths.mjs";

/** The parts of a compose file that are looked at here; that the whole is one, the compose linter says. */
interface Service {
  readonly image?: string;
  readonly build?: { readonly target: string };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
}
type Parts = "services" | "volumes" | "networks";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const compose: { readonly [part in Parts]: Readonly<Record<string, Service>> } = parse(read("infra/compose.yaml"));
const services = Object.entries(compose.services);

test("the API waits for a healthy database, the bot for a healthy API", () => {
  expect(compose.services.api?.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  expect(compose.services.bot?.depends_on).toEqual({ api: { condition: "service_healthy" } });
});

test("the bot starts on request only: most have no token", () => {
  expect(services.filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual(["bot"]);
});

test("PostgreSQL is one that the product supports", () => {
  const [, major] = /^postgres:(\d+)\./.exec(compose.services.postgres?.image ?? "") ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(15);
});

test("nothing listens beyond this machine", () => {
  for (const port of services.flatMap(([, { ports = [] }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test("every volume and network that is used is declared, and none besides", () => {
  const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(":")[0]));
  expect(new Set(Object.keys(compose.volumes))).toEqual(new Set(used));
  const joined = services.flatMap(([, { networks }]) => networks);
  expect(new Set(Object.keys(compose.networks))).toEqual(new Set(joined));
});

test("secrets come from outside: what looks like one is a reference", () => {
  for (const [, { environment = {} }] of services) {
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET|TOKEN|KEY/.test(name)) expect(value).toMatch(/^\$\{\w+(:[?-][^}]*)?\}$/);
      if (/URL/.test(name)) expect(value).not.toMatch(/:\/\/[^/@$]+:[^@$]+@/);
    }
  }
});

describe.each(services)("%s", (_, { build, image, healthcheck }) => {
  test("is built from a stage that exists, or named with its exact version", () => {
    if (build === undefined) return expect(image).toMatch(/:\d+\.\d+/);
    const stages = DockerfileParser.parse(read("infra/Containerfile"))
      .getFROMs()
      .map((from) => from.getBuildStage());
    expect(stages).toContain(build.target);
  });

  test("says whether it is well", () => {
    // The built images carry a check of their own, which container-files.test.ts looks at.
    expect(build !== undefined || healthcheck?.test !== undefined).toBe(true);
  });
});
