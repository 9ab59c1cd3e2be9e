import { expect, test } from "vitest";
import { FactList } from "./fact-list.ts";

const ids = Array.from({ length: 70 }, (_, fact) => `f${fact}`);
/** The last fact is asked first. */
const newList = () => new FactList(ids, [...ids.keys()].reverse());

test("names each fact once, in the order worth asking", () => {
  const list = newList();
  for (const fact of [0, 69, 31, 30, 29, 69, 40]) list.add(fact);
  expect(list.names()).toEqual(["f69", "f40", "f31", "f30", "f29", "f0"]);
});

test("holds every fact there is", () => {
  const list = newList();
  for (const fact of ids.keys()) list.add(fact);
  expect(list.names()).toEqual(ids.toReversed());
});

test("is empty before anything is added and after it was cleared", () => {
  const list = newList();
  expect([list.isEmpty, list.names()]).toEqual([true, []]);
  list.add(3);
  expect(list.isEmpty).toBe(false);
  list.clear();
  expect([list.isEmpty, list.names()]).toEqual([true, []]);
});

test("takes over what another holds, and what was written of several", () => {
  const [first, second, all] = [newList(), newList(), newList()];
  first.add(1);
  second.add(65);
  const written: number[] = [];
  first.writeTo(written, 0);
  second.writeTo(written, 1);
  all.addFrom(written, 1);
  expect(all.names()).toEqual(["f65"]);
  all.addAll(first);
  expect(all.names()).toEqual(["f65", "f1"]);
});
