import { describe, expect, it } from "vitest";
import { problemCodes } from "./codes.ts";

describe("the codes of refusal", () => {
  it.each(Object.entries(problemCodes))(
    "%s has a status of its own kind and Chinese wording without blame",
    (_, code) => {
      expect(code.status).toBeGreaterThanOrEqual(400);
      expect(code.status).toBeLessThan(600);
      for (const text of [code.title, code.detail]) {
        expect(text).toMatch(/[\u4e00-\u9fa5]/u);
        expect(text).not.toMatch(/失败|错误|非法/u);
      }
    },
  );
});
