import { expect, it } from "vitest";
import { parseKeys } from "./keys.ts";

const key = Buffer.from("fbff".repeat(16), "hex");

it.each([key.toString("base64"), key.toString("base64url"), key.toString("hex"), key.toString("hex").toUpperCase()])(
  "a key may be written as %s",
  (text) => {
    expect(parseKeys(text)).toEqual([key]);
  },
);

it("several keys keep their order", () => {
  const former = Buffer.alloc(32, 1);
  expect(parseKeys(`${key.toString("base64")}, ${former.toString("hex")}`)).toEqual([key, former]);
});

it.each([
  "",
  ",",
  "short",
  "0".repeat(63),
  "0".repeat(66),
  `${"A".repeat(42)}==`,
  "密".repeat(43),
  `${key.toString("hex")},`,
])("no key is %j", (text) => {
  expect(parseKeys(text)).toBeNull();
});
