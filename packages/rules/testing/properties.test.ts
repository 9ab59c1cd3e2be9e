import { describe, test } from "vitest";
import { proveProperty, ruleProperties } from "./prove-rules.ts";

describe("random applicants", () => {
  for (const property of ruleProperties) {
    test(property.name, () => {
      proveProperty(property, { size: 1, seed: 20_260_610 });
    });
  }
});
