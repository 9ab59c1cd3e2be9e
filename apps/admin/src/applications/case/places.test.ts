import type { FormPart } from "@shifan/contract";
import { expect, it } from "vitest";
import { placesOf } from "./places.ts";

const part = (title: string, names: readonly string[]) =>
  ({ kind: "section", id: title, title, fields: names.map((name) => ({ id: name, name })) }) as unknown as FormPart;

it("names the places of a form in its words, each once, the part before its fields", () => {
  const places = placesOf([part("一、基本情况", ["单位名称", "电话", "电话"]), part("二、服务情况", [])]);
  expect(places.map(({ text }) => text)).toEqual([
    "一、基本情况",
    "一、基本情况：单位名称",
    "一、基本情况：电话",
    "二、服务情况",
  ]);
});
