import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { formsSchema } from "./schema.ts";

type Key = string | number;
type Holder = Record<Key, unknown>;
interface Place {
  readonly path: readonly Key[];
  /** The path with # for a position and the kind of what stands there, so that like places are tried once. */
  readonly shape: string;
}

function* places(value: unknown, path: readonly Key[] = [], shape = ""): Generator<Place> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const isPosition = Array.isArray(value);
    const kind = (inner as { kind?: string } | null)?.kind;
    const step = isPosition ? `#${kind ?? ""}` : key;
    const place = { path: [...path, isPosition ? Number(key) : key], shape: shape === "" ? step : `${shape}.${step}` };
    yield place;
    yield* places(inner, place.path, place.shape);
  }
}

const placesOfEachShape = (value: unknown): Place[] => [
  ...new Map([...places(value)].map((place) => [place.shape, place])).values(),
];

/** The shipped forms without what has the shape of something else in them: little to parse a thousand times. */
function pruned(value: unknown, kept: ReadonlySet<string>, path = ""): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [`${path}/${key}`, key, inner] as const);
  if (Array.isArray(value)) {
    // Short ones stay whole: some must have two or three.
    return entries.filter(([at]) => value.length <= 3 || kept.has(at)).map(([at, , inner]) => pruned(inner, kept, at));
  }
  return Object.fromEntries(entries.map(([at, key, inner]) => [key, pruned(inner, kept, at)]));
}

const forms = zhengzhouPolicy.document.forms;
const kept = new Set(
  placesOfEachShape(forms).flatMap(({ path }) => path.map((_, index) => `/${path.slice(0, index + 1).join("/")}`)),
);
const shipped = pruned(forms, kept) as typeof forms;
const tried = placesOfEachShape(shipped);

function refusedWith({ path }: Place, change: (holder: Holder, key: Key) => void): boolean {
  const document = structuredClone(shipped) as unknown as Holder;
  const holder = path.slice(0, -1).reduce<Holder>((at, key) => at[key] as Holder, document);
  change(holder, path.at(-1) as Key);
  return !formsSchema.safeParse(document).success;
}

const field =
  "name unit unit_from required printed personal stamp opens_with same_as note article mark fact facts options options_from negative most longest";
const fieldHolder = /(\.fields|\.columns)\.#$/;
const figureHolder = /(\.figures\.#|\.total\.#|\.(left|right|part|whole|stated|figure))$/;

/** What may be left out, by where it stands. */
function isOptional(shape: string): boolean {
  const [, holder = "", key = ""] = /^(?:(.*)\.)?([^.]+)$/.exec(shape) ?? [];
  if (fieldHolder.test(holder)) return field.split(" ").includes(key);
  if (holder.endsWith(".facts") || holder.endsWith(".prevails")) return true;
  if (holder.endsWith(".#section")) return key === "lines";
  if (holder.endsWith(".#list")) return ["foot", "least_rows", "yearly", "identity"].includes(key);
  if (holder.endsWith(".identity")) return ["code", "prevails"].includes(key);
  if (holder === "supplement") return ["fields", "also", "not_asked"].includes(key);
  if (holder === "derivations.#") return key === "with";
  if (holder === "checks.#range") return ["least", "most"].includes(key);
  return figureHolder.test(holder) && ["times", "partial", "where", "without_applicant"].includes(key);
}

describe("the schema of the forms", () => {
  test("takes the shipped ones", () => {
    expect(formsSchema.safeParse(forms).error?.issues).toBeUndefined();
    expect(formsSchema.safeParse(shipped).error?.issues).toBeUndefined();
    expect(tried.length).toBeGreaterThan(200);
  });

  test("nothing may be left out but what is optional", () => {
    for (const place of tried) {
      if (typeof place.path.at(-1) === "number") continue;
      // The name of a figure of one field is optional, that of a sum or a count is not: tried below.
      if (place.shape.endsWith(".name") && !fieldHolder.test(place.shape.slice(0, -".name".length))) continue;
      const refused = refusedWith(place, (holder, key) => delete holder[key]);
      expect([place.shape, refused]).toEqual([place.shape, !isOptional(place.shape)]);
    }
  });

  test("nothing may be added", () => {
    for (const place of tried) {
      const isObject = (value: unknown): value is Holder =>
        typeof value === "object" && value !== null && !Array.isArray(value);
      const refused = refusedWith(place, (holder, key) => {
        if (isObject(holder[key])) (holder[key] as Holder).surplus = 1;
        else holder[key] = { surplus: 1 };
      });
      expect([place.shape, refused]).toEqual([place.shape, true]);
    }
  });

  test("no text, number or choice may be of another kind", () => {
    const closed = /\.(kind|type|stamp|mark|level|year|by|compare|role|options_from|on_or_after)$/;
    for (const place of tried) {
      const wrong = (change: unknown) =>
        refusedWith(place, (holder, key) => {
          holder[key] = change;
        });
      expect([place.shape, wrong(Symbol.iterator)]).toEqual([place.shape, true]);
      if (closed.test(place.shape))
        expect([place.shape, wrong("nonsense")]).toEqual([
          place.shape,
          place.shape !== "checks.#each_row.year" && !place.shape.endsWith("yearly.year"),
        ]);
      if (/\.(value|longest|years|bodies)$/.test(place.shape) && /rows|longest|years|bodies/.test(place.shape)) {
        expect([place.shape, wrong(0), wrong(1.5)]).toEqual([place.shape, true, true]);
      }
    }
  });

  test.each([
    ["annexes.0.id", "Upper"],
    ["annexes.1.parts.0.fields.0.id", "1st"],
    ["annexes.1.parts.0.fields.0.label", ""],
    ["annexes.1.parts.0.title", ""],
    ["applicant.name", "cover"],
    ["applicant.code", "Cover.name"],
    ["checks.0.code", "Y01"],
    ["checks.0.code", "X1"],
    ["checks.0.code", "X011"],
    ["checks.2.within", "0,1"],
    ["checks.2.within", "0.1234567"],
    ["annexes.1.parts.0.fields", []],
    ["annexes.1.parts", []],
    ["checks.0.figures", [{ number: "1" }]],
    ["checks.0.figures", [{ number: "1" }, { number: "-1" }]],
    ["checks.0.figures", [{ number: "1" }, { number: "1.1234567" }]],
    ["checks.0.figures", [{ number: "1" }, { distinct: "staff" }]],
    ["checks.0.figures", [{ number: "1" }, { sum: "staff", column: "age" }]],
    ["checks.0.figures", [{ number: "1" }, { total: [{ number: "1" }] }]],
    ["checks.0.figures", [{ number: "1" }, { total: [], name: "" }]],
    ["checks.0.figures", [{ number: "1" }, { distinct: "staff", name: "", where: { all: [] } }]],
    ["checks.0.figures", [{ number: "1" }, { distinct: "staff", name: "", where: { any: [] } }]],
    ["checks.0.figures", [{ number: "1" }, { distinct: "staff", name: "", where: { column: "x", begins_with: "" } }]],
    ["supplement.groups.0.fields", []],
  ])("%s is not %j", (path, value) => {
    const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    expect(
      refusedWith({ path: steps, shape: path }, (holder, key) => {
        holder[key] = value;
      }),
    ).toBe(true);
  });
});
