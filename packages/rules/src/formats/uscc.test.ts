import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUscc, normaliseUscc, suggestUscc, usccAuthority } from "./uscc.ts";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const valid = [
  "914403001922038216",
  "91330100799655058B",
  "91110108551385082Q",
  "9144030071526726XG",
  "91110000802100433B",
  "91410000170001401D",
  "12100000400002259P",
  "91410100MA9K12344B",
  "91350100M000100Y43",
];

/** Made up, both check characters right, with the letters that are taken for others. */
const made = ["91410100DQ8BGL7U9N", "91410100YCNPREF4XJ", "91410100AKXM316034", "91410100MA9K12344B"];

describe("checkUscc", () => {
  it.each(valid)("accepts %s", (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, code });
  });

  it("refuses the standard's own example with the often printed last character", () => {
    expect(checkUscc("91350100M000100Y4Z")).toMatchObject({ ok: false, problem: "character", position: 18 });
  });

  it.each(valid)("refuses %s with any other last character", (code) => {
    for (const last of alphabet) {
      if (last === code.charAt(17)) continue;
      expect(checkUscc(code.slice(0, 17) + last)).toMatchObject({ ok: false, problem: "check" });
    }
  });

  it("notices any single wrong character", () => {
    const change = fc.tuple(fc.constantFrom(...valid), fc.nat(17), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(change, ([code, index, character]) => {
        fc.pre(code.charAt(index) !== character);
        expect(checkUscc(code.slice(0, index) + character + code.slice(index + 1)).ok).toBe(false);
      }),
    );
  });

  it.each([
    ["91440300192203821", "length", null],
    ["9144030019220382166", "length", null],
    ["", "length", null],
    ["91440300192203821O", "character", 18],
    ["914403001922O38216", "character", 13],
    ["9144030A192203821６", "division", 8],
    ["91A403001922038216", "division", 3],
    ["I14403001922038216", "character", 1],
    ["914403001922038316", "organisation_check", null],
    ["924403001922038216", "check", null],
  ])("says why %s cannot be a code", (code, problem, position) => {
    expect(checkUscc(code)).toMatchObject({ ok: false, problem, position });
  });

  it("reads full width, lower case, spaces, hyphens and invisible characters", () => {
    expect(checkUscc(" ９１３３０１００ 7996-5505—8b\u200b ")).toEqual({ ok: true, code: "91330100799655058B" });
    expect(normaliseUscc("\ufeff9144 0300\u00ad7152 6726xg\n")).toBe("9144030071526726XG");
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => void checkUscc(text)));
  });
});

describe("usccAuthority", () => {
  it.each([
    ["914403001922038216", "enterprise"],
    ["12100000400002259P", "public_institution"],
    ["51", "social_org"],
    ["31", "other"],
    ["", "other"],
  ])("%s comes from %s", (code, authority) => {
    expect(usccAuthority(code)).toBe(authority);
  });
});

describe("suggestUscc", () => {
  it.each([
    ["9l33oloo799655o58b", "91330100799655058B"],
    ["9I440300I922038216", "914403001922038216"],
    ["9144O3OO7IS2672GXG", null],
    ["91330100799655058８", "91330100799655058B"],
    ["913301007996550588", "91330100799655058B"],
    ["91410100MA9K1Z344B", "91410100MA9K12344B"],
    ["91410100MA9KI2344B", "91410100MA9K12344B"],
    ["9I4IO1OOMA9K12344B", "91410100MA9K12344B"],
    ["91410100MA9K12344８", "91410100MA9K12344B"],
    ["91110108SS1385082Q", "91110108551385082Q"],
    ["91410100OQ8BGL7U9N", "91410100DQ8BGL7U9N"],
    ["91410100DO8BGL7U9N", "91410100DQ8BGL7U9N"],
    ["91410100DQSBGL7U9N", "91410100DQ8BGL7U9N"],
    ["91410100DQ8BGI7U9N", "91410100DQ8BGL7U9N"],
    ["91410100DQ8BGL7V9N", "91410100DQ8BGL7U9N"],
    ["91410100VCNPREF4XJ", "91410100YCNPREF4XJ"],
    ["91410100YCNPREF4XI", "91410100YCNPREF4XJ"],
    ["914403009122038216", "914403001922038216"],
    ["9144030011922038216", "914403001922038216"],
    ["9141010OPHFAK7JA10", "91410100PHFAK7JA10"],
  ])("%s: %s", (typed, meant) => {
    if (meant === null) expect(suggestUscc(typed)).toEqual([]);
    else expect(suggestUscc(typed)).toContain(meant);
  });

  it.each(["0D", "0Q", "DQ", "8B", "6G", "1L", "17", "L7", "UY", "CG", "MN", "PR", "EF", "38", "4A", "KX"])(
    "knows that %s are taken for one another",
    (pair) => {
      const [right = "", wrong = ""] = pair;
      for (const [meant, typed] of [
        [right, wrong],
        [wrong, right],
      ] as const) {
        const code = valid.concat(made).find((code) => code.slice(8, 16).includes(meant));
        if (code === undefined) throw new Error(`no code with ${meant} to test with`);
        const index = code.indexOf(meant, 8);
        expect(suggestUscc(code.slice(0, index) + typed + code.slice(index + 1))).toContain(code);
      }
    },
  );

  it("suggests nothing for a right code, a short one and nonsense", () => {
    for (const text of ["914403001922038216", "9144", "", "OOOOOOOOOOOOOOOOOO", "郑州".repeat(9)]) {
      expect(suggestUscc(text)).toEqual([]);
    }
  });

  it("gives up at once on a text that is too long to be a code", () => {
    expect(suggestUscc("8".repeat(200_000))).toEqual([]);
  });

  it("suggests only codes that pass both checks, and few of them", () => {
    const typed = fc.array(fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), {
      minLength: 18,
      maxLength: 19,
    });
    fc.assert(
      fc.property(typed, (characters) => {
        const suggestions = suggestUscc(characters.join(""));
        expect(suggestions.length).toBeLessThanOrEqual(3);
        for (const suggestion of suggestions) expect(checkUscc(suggestion).ok).toBe(true);
      }),
    );
  });
});
