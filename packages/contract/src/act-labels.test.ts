import { accessTable } from "@shifan/rules";
import { describe, expect, it } from "vitest";
import { actLabels } from "./act-labels.ts";

describe("what acts are called", () => {
  it.each(Object.entries(accessTable))(
    "every act on %s has its words, and none is called what is not there",
    (resource, acts) => {
      const labels: Readonly<Record<string, string>> = actLabels[resource as keyof typeof actLabels];
      expect(Object.keys(labels)).toEqual(Object.keys(acts));
      for (const label of Object.values(labels)) expect(label).toMatch(/^[\u4e00-\u9fff、]{2,12}$/);
    },
  );
});
