import { expect, it } from "vitest";
import { type Finding, placeFindings } from "./place-findings.ts";

const finding = (code: string, ...fields: string[]): Finding => ({
  code,
  check: code,
  level: "error",
  article: "附件2",
  message: code,
  fields,
});
const assets = finding("X01", "/sections/basics/total_assets", "/lists/operation/0/total_assets");
const phones = finding("X17", "/lists/served/3/phone", "/lists/served/7/phone");
const tooFew = finding("X11", "/lists/served", "/sections/served_total/served_count");
const found = [assets, phones, tooFew];

it("a finding stands at each field that it names", () => {
  const basics = placeFindings(found, { kind: "section", id: "basics" });
  expect(basics.all).toEqual([assets]);
  expect([...basics.ofField]).toEqual([["total_assets", [assets]]]);
});

it("a finding stands at each row that it names, and with the list where it names no row", () => {
  const served = placeFindings(found, { kind: "list", id: "served" });
  expect(served.all).toEqual([phones, tooFew]);
  expect([...served.ofRow.keys()]).toEqual([3, 7]);
});

it("a part whose name begins alike is another part", () => {
  expect(placeFindings([finding("X11", "/lists/served_total/1/x")], { kind: "list", id: "served" }).all).toEqual([]);
});
