import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maximumNesting, scanJson } from "./scan-json.ts";

describe("the look through a JSON text", () => {
  it.each([
    ['{"a":1,"a":2}', "/a", "duplicate_name"],
    ['{"x":[{"b":1},{"b":1,"c":{"d":2,"d":3}}]}', "/x/1/c/d", "duplicate_name"],
    ['{"a":1,"\\u0061":2}', "/a", "duplicate_name"],
    ['{"a/b":{"~":1,"~":2}}', "/a~1b/~0", "duplicate_name"],
    ['{"facts":{"__proto__":1}}', "/facts/__proto__", "unknown_field"],
    ['[[],{"\\u005f_proto__":{}}]', "/1/__proto__", "unknown_field"],
  ])("finds what parsing would hide in %s", (text, path, code) => {
    JSON.parse(text);
    expect(scanJson(text)).toEqual([expect.objectContaining({ path, code })]);
  });

  it("finds nesting beyond the limit, whatever stands in strings", () => {
    const nested = (levels: number) => `${"[".repeat(levels)}"]\\"[[{"${"]".repeat(levels)}`;
    expect(scanJson(nested(maximumNesting))).toEqual([]);
    expect(scanJson(nested(maximumNesting + 1))).toEqual([expect.objectContaining({ code: "too_deep" })]);
  });

  it("tells at most the first hundred", () => {
    const text = `{${Array.from({ length: 300 }, () => '"a":1').join(",")}}`;
    expect(scanJson(text)).toHaveLength(100);
  });

  it("finds nothing in what JSON.stringify writes, except too deep nesting and the one name", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        const suspicious = JSON.stringify(JSON.parse(text)).includes("__proto__");
        expect(scanJson(JSON.stringify(JSON.parse(text))).length > 0).toBe(suspicious);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
