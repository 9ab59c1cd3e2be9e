import { expect, test } from "vitest";
import { checkNamesNobody } from "./names-nobody.ts";

const filer = { name: "赵铁柱", address: "138-3712-3456" };
const refused = [expect.objectContaining({ path: "/reply", code: "names_objector" })];

test.each([
  "赵铁柱您好",
  "赵 铁柱反映的情况",
  "已致电13837123456",
  "已致电 138 3712 3456",
  "已致电１３８３７１２３４５６",
])("words with the filer's name or number in them are refused: %s", (text) =>
  expect(checkNamesNobody(filer, text, "/reply")).toEqual(refused),
);

test.each([
  ["words about the matter", filer, "已责令公示收费标准，联系电话0371-67886827。"],
  ["nothing is known of the filer", { name: null, address: null }, "已核实。"],
  ["the filer left both empty", { name: "", address: "" }, "已核实。"],
  ["a single character stands in many texts", { name: "王", address: "q" }, "王府井路的点位已整改，qq群已解散。"],
])("%s: nothing to refuse", (_name, known, text) => expect(checkNamesNobody(known, text, "/reply")).toEqual([]));
