import { expect, test } from "vitest";
import { zhengzhouPolicy as policy } from "../../testing/policy.ts";
import type { FormValues } from "../forms/forms.ts";
import { comparePeers } from "./peer-figures.ts";

const figure = (id: string) => {
  const found = policy.reportForm.figures.find(({ field }) => field.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};
const peersOf = (contents: readonly FormValues[]) => contents.map((content, peer) => ({ peer, content }));

test("a figure stands beside those of others, from the highest down, with the exact middle", () => {
  const peers = peersOf([
    { service_income: "100.5" },
    { service_income: "300" },
    { service_income: null },
    { service_income: "20" },
  ]);
  expect(comparePeers(figure("service_income"), {}, peers)).toEqual({
    values: [
      { peer: 1, value: "300" },
      { peer: 0, value: "100.5" },
      { peer: 3, value: "20" },
    ],
    lowest: "20",
    median: "100.5",
    highest: "300",
  });
  const two = peersOf([{ service_income: "1.01" }, { service_income: "2" }]);
  expect(comparePeers(figure("service_income"), {}, two)?.median).toBe("1.505");
});

test("what nobody said is nothing to stand beside, and another unit is not compared", () => {
  expect(comparePeers(figure("service_income"), {}, peersOf([{}, { service_income: null }]))).toBeNull();
  const volume = (unit: string | null) => ({ total_service_volume: "10", service_volume_unit: unit });
  const peers = peersOf([volume("次"), volume("家"), volume(null)]);
  expect(comparePeers(figure("total_service_volume"), volume("次"), peers)?.values).toEqual([{ peer: 0, value: "10" }]);
  expect(comparePeers(figure("total_service_volume"), volume(null), peers)).toBeNull();
});
