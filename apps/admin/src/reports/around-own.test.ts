import { expect, it } from "vitest";
import { aroundOwn } from "./around-own.ts";

const values = (count: number) => Array.from({ length: count }, (_, at) => ({ reportId: String(at) }));

it("shows all while they fit, and the own one whatever its place", () => {
  expect(aroundOwn(values(20), "3")).toEqual({ values: values(20), left: 0 });
  const { values: shown, left } = aroundOwn(values(50), "40");
  expect(shown.map(({ reportId }) => reportId)).toEqual([...values(19).map(({ reportId }) => reportId), "40"]);
  expect(left).toBe(30);
  expect(aroundOwn(values(50), "none").values).toHaveLength(20);
});
