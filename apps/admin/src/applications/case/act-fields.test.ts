import type { ApplicationFindings } from "@shifan/contract";
import { expect, it } from "vitest";
import { defectsOf } from "./act-fields.tsx";

type Material = ApplicationFindings["materials"][number];
const material = (id: string, verdict: Material["verdict"], verdictReason: string | null) =>
  ({ id, verdict, verdictReason }) as Material;

it("begins a return with what was found wrong, and with nothing else", () => {
  const materials = [
    material("M01", "accepted", null),
    material("M02", "defective", "缺第3页"),
    material("M03", null, null),
  ];
  expect(defectsOf(materials)).toEqual([{ material: "M02", text: "缺第3页" }]);
});
