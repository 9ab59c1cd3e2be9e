import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOfState } from "../audit/state.ts";
import { createPersonalKeys } from "./keys.ts";
import { eraseMap, openMap, resealMap, sealMap } from "./maps.ts";
import { equalityHashes, erase, matches, open, reseal, seal } from "./seal.ts";
import { isSealed, type SealedValue } from "./sealed.ts";

const secret = (byte: number) => Buffer.alloc(32, byte);
const keys = createPersonalKeys([secret(1)]);
const text = fc.string({ unit: "grapheme" });

/** The same text with another character at some place. */
function changeAt(part: string, place: number): string {
  const at = place % (part.length - 1);
  return part.slice(0, at) + (part[at] === "A" ? "B" : "A") + part.slice(at + 1);
}

describe("a sealed value", () => {
  it("opens to what was sealed, and matches it and nothing else", () => {
    fc.assert(
      fc.property(text, text, (value, other) => {
        const sealed = seal(keys, value);
        expect(open(keys, sealed)).toBe(value);
        expect(isSealed(JSON.parse(JSON.stringify(sealed)))).toBe(true);
        expect(matches(keys, sealed, value)).toBe(true);
        const plain = (typed: string) =>
          typed
            .normalize("NFKC")
            .toLowerCase()
            .replace(/[\s\p{Pd}]/gu, "");
        expect(matches(keys, sealed, other)).toBe(plain(value) === plain(other));
      }),
    );
  });

  it("shows nothing of the value: two seals of one value share the keyed hash alone", () => {
    const [first, second] = [seal(keys, "13800138000"), seal(keys, "13800138000")];
    expect(first.h).toBe(second.h);
    expect(first.c).not.toBe(second.c);
    expect(first.e).not.toBe(second.e);
    expect(JSON.stringify(first)).not.toContain("138");
    expect(createPersonalKeys([secret(2)]).current.id).not.toBe(first.k);
    expect(seal(createPersonalKeys([secret(2)]), "13800138000").h).not.toBe(first.h);
  });

  it.each(["138 0013 8000", "138-0013-8000", "１３８００１３８０００", " 13800138000\n"])(
    "is found however it was typed: %j",
    (typed) => {
      expect(matches(keys, seal(keys, "13800138000"), typed)).toBe(true);
      expect(equalityHashes(keys, typed)).toEqual([seal(keys, "13800138000").h]);
    },
  );

  it.each([
    ["e", "changed_ciphertext"],
    ["c", "changed_commitment"],
    ["h", "changed_equality_hash"],
    ["k", "unknown_key"],
  ] as const)("does not open when %s was changed, and says so: %s", (part, code) => {
    fc.assert(
      fc.property(text, fc.nat(), (value, place) => {
        const sealed = seal(keys, value);
        expect(() => open(keys, { ...sealed, [part]: changeAt(sealed[part], place) })).toThrow(
          expect.objectContaining({ name: "SealError", code }),
        );
      }),
    );
  });

  it("does not open with the commitment or the content of another", () => {
    const [one, other] = [seal(keys, "王小明"), seal(keys, "李四")];
    expect(() => open(keys, { ...one, e: other.e })).toThrow(expect.objectContaining({ code: "changed_commitment" }));
    expect(() => open(keys, { ...one, e: "AAAA" })).toThrow(expect.objectContaining({ code: "changed_ciphertext" }));
  });

  it("keeps its commitment and nothing else when it is erased", () => {
    const sealed = seal(keys, "13800138000");
    const erased = erase(sealed);
    expect(erased).toEqual({ c: sealed.c });
    expect(isSealed(erased)).toBe(true);
    expect(open(keys, erased)).toBeNull();
    expect(matches(keys, erased, "13800138000")).toBeNull();
    expect(erase(erased)).toEqual(erased);
  });

  it("is not made of a text that could not come back as it was", () => {
    expect(() => seal(keys, "\ud800")).toThrow(expect.objectContaining({ code: "malformed" }));
  });
});

describe("a change of key", () => {
  const changed = createPersonalKeys([secret(2), secret(1)]);

  it("leaves what the former key sealed readable and findable", () => {
    const old = seal(keys, "13800138000");
    expect(open(changed, old)).toBe("13800138000");
    expect(matches(changed, old, "138 0013 8000")).toBe(true);
    expect(equalityHashes(changed, "13800138000")).toEqual([seal(changed, "13800138000").h, old.h]);
  });

  it("seals anew under the same commitment, so that the former key can go and no hash of a state changes", () => {
    fc.assert(
      fc.property(text, (value) => {
        const old = seal(keys, value);
        const anew = reseal(changed, old) as SealedValue;
        expect(open(createPersonalKeys([secret(2)]), anew)).toBe(value);
        expect(anew.k).not.toBe(old.k);
        expect(hashOfState({ phone: anew })).toBe(hashOfState({ phone: old }));
      }),
    );
    const current = seal(changed, "x");
    expect(reseal(changed, current)).toBe(current);
    expect(reseal(changed, erase(current))).toEqual(erase(current));
  });

  it.each([[[]], [[Buffer.alloc(31)]]])("needs a key of 32 bytes: %j", (secrets) => {
    expect(() => createPersonalKeys(secrets)).toThrow(RangeError);
  });
});

describe("the personal values of a row", () => {
  it("are sealed, opened, sealed anew and erased field by field; what is not there is left out", () => {
    const sealed = sealMap(keys, { contact: "王小明", phone: "13800138000", mobile: null, fax: "" });
    expect(Object.keys(sealed)).toEqual(["contact", "phone"]);
    expect(openMap(keys, sealed)).toEqual({ contact: "王小明", phone: "13800138000" });
    const anew = resealMap(createPersonalKeys([secret(2), secret(1)]), sealed);
    expect(openMap(createPersonalKeys([secret(2)]), anew)).toEqual({ contact: "王小明", phone: "13800138000" });
    expect(openMap(keys, eraseMap(sealed))).toEqual({ contact: null, phone: null });
    expect(hashOfState(eraseMap(sealed))).toBe(hashOfState(anew));
  });
});

it.each([
  null,
  "text",
  {},
  { c: "short" },
  { c: "A".repeat(43), e: "AAAA" },
  { c: "A".repeat(43), k: "k", h: "A".repeat(43), e: "AAAA", more: 1 },
  { c: "A".repeat(43), k: "k", h: "A".repeat(43), e: 1 },
])("what only looks like a sealed value is none: %j", (value) => {
  expect(isSealed(value)).toBe(false);
});
