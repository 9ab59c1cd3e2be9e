import { shippedPolicies } from "@shifan/rules/shipped";
import { expect, test } from "vitest";
import { olderEdition } from "../../testing/older-edition.ts";
import { findChangedDocuments } from "./changed-documents.ts";

const [shipped] = shippedPolicies;
if (shipped === undefined) throw new Error("no policy is shipped");

test("a document that was changed under a number already published is found; the order of its keys is no change", () => {
  const kept = Object.fromEntries(Object.entries(structuredClone(shipped)).reverse()) as typeof shipped;
  expect(findChangedDocuments([shipped], [kept])).toEqual([]);
  expect(findChangedDocuments([{ ...shipped, title: "改过的" }], [kept])).toEqual([
    { policy: shipped.id, version: shipped.version },
  ]);
});

test("a new number and a policy not yet published are no change", () => {
  expect(findChangedDocuments([{ ...shipped, version: 2, title: "改过的" }], [shipped])).toEqual([]);
  expect(findChangedDocuments([shipped], [])).toEqual([]);
});

test("what an older edition lacked of the procedure is completed and no change", () => {
  expect(findChangedDocuments([shipped], [olderEdition()])).toEqual([]);
  const changed = { ...olderEdition(), title: "原来的题目" };
  expect(findChangedDocuments([shipped], [changed])).toEqual([{ policy: shipped.id, version: shipped.version }]);
});
