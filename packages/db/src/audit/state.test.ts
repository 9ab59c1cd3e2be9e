import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPersonalKeys } from "../personal/keys.ts";
import { erase, seal } from "../personal/seal.ts";
import { canonicalJson } from "./canonical.ts";
import { newEntryId } from "./entry-id.ts";
import { hashOfState } from "./state.ts";

describe("canonical JSON", () => {
  // The sample of RFC 8785, section 3.2.
  it("is the standard's on the standard's own example", () => {
    const sample = {
      // biome-ignore lint/correctness/noPrecisionLoss: the standard's own number, which no machine holds exactly
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts names by code units, in every depth", () => {
    const names = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const object = Object.fromEntries(names.map((name) => [name, { b: 1, a: [{ d: 1, c: 2 }] }]));
    const written = canonicalJson(object);
    expect(Object.keys(JSON.parse(written))).toEqual([
      "1",
      "\r",
      "\u0080",
      "\u00f6",
      "\u20ac",
      "\ud83d\ude00",
      "\ufb33",
    ]);
    expect(written).toContain('{"a":[{"c":2,"d":1}],"b":1}');
  });

  it("is one text for one value, whatever the order it was built in, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonicalJson(value);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turnRound(value))).toBe(written);
      }),
    );
  });

  it("takes a Date for its instant and a bigint for its digits", () => {
    expect(canonicalJson([new Date("2026-06-10T09:30:00.5+08:00"), 12345678901234567890n])).toBe(
      '["2026-06-10T01:30:00.500Z","12345678901234567890"]',
    );
  });

  it.each([
    ["/a", { a: undefined }],
    ["/a/1", { a: [1, Number.NaN] }],
    ["/x~1y/z~0", { "x/y": { "z~": Number.POSITIVE_INFINITY } }],
    ["", () => 1],
    ["/0", [Symbol("x")]],
    ["/m", { m: new Map() }],
    ["/d", { d: new Date(Number.NaN) }],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    ["/1", [1, , 3]],
  ])("drops and bends nothing, but refuses and names the place: %s", (path, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: "CanonicalFormError", path }));
  });
});

/** The same value, built with its names the other way round. */
function turnRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnRound);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turnRound(member)]),
  );
}

describe("the hash of a state", () => {
  const keys = createPersonalKeys([Buffer.alloc(32, 3)]);
  const phone = seal(keys, "13800138000");

  it("changes with every value of the state", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(hashOfState({ one }) === hashOfState({ one: other })).toBe(canonicalJson(one) === canonicalJson(other));
      }),
    );
  });

  it("stays when a personal value is erased, in any depth, and changes when it becomes another", () => {
    const state = (value: object) => ({ rows: [{ personal: { phone: value } }], name: "甲公司" });
    expect(hashOfState(state(erase(phone)))).toBe(hashOfState(state(phone)));
    expect(hashOfState(state(seal(keys, "13800138000")))).not.toBe(hashOfState(state(phone)));
  });

  it("is the one written down: what is recorded must be found again for ever", () => {
    const state = { id: "a", at: new Date("2026-06-10T01:30:00Z"), amount: "1500000.00", rows: [{ n: 1, gone: null }] };
    expect(hashOfState(state)).toBe("4OkcJpjnotiG5zfE09utK8EFxTvVoMK9MIXH8CAp9kU");
  });
});

describe("the id of an entry", () => {
  it("is in the order of instants, and of writing where those are the same", () => {
    const at = new Date("2026-06-10T01:30:00Z");
    const before = newEntryId(new Date(at.getTime() - 1));
    const ids = Array.from({ length: 20_000 }, () => newEntryId(at));
    const after = newEntryId(new Date(at.getTime() + 1));
    expect(
      [before, ...ids, after].every((id) =>
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
      ),
    ).toBe(true);
    expect([after, ...ids.toReversed(), before].sort()).toEqual([before, ...ids, after]);
  });
});
