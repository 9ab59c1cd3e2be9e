import { expect, it } from "vitest";
import { nameIn } from "./name-in.ts";

it.each([
  [`attachment; filename="__.pdf"; filename*=UTF-8''%E7%94%B3%E8%AF%B7.pdf`, "申请.pdf"],
  [`inline; filename="plain.xlsx"`, "plain.xlsx"],
  [`attachment; filename*=UTF-8''%E7%94`, null],
  ["attachment", null],
  [null, null],
])("reads the name that the server gives a file: %s", (header, name) => expect(nameIn(header)).toBe(name));
