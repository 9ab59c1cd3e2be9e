import { expect, it } from "vitest";
import { codesIn } from "./codes-in.ts";

it("the codes that may have been meant are read from what the server says", () => {
  const said = "统一社会信用代码核对不上，应为18位；是不是91410100MA9K12344B或91410100MA9K1234B4";
  expect(codesIn(said)).toEqual(["91410100MA9K12344B", "91410100MA9K1234B4"]);
  expect(codesIn("统一社会信用代码核对不上，应为18位")).toEqual([]);
});
