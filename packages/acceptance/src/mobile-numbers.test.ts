import { expect, test } from "vitest";
import { mobileNumbersIn } from "./mobile-numbers.ts";

test("a mobile number is found wherever it stands, and none is seen in a hash, an id or a longer number", () => {
  expect(mobileNumbersIn([{ phone: "13800138000" }, { text: "打13912345678找张三" }])).toEqual([
    "13800138000",
    "13912345678",
  ]);
  const others = { hash: "ab13800138000f", id: "45a688b2-c7e7-4f5a-862a-135d273d05e7", at: 1_795_750_384_013 };
  expect(mobileNumbersIn(others)).toEqual([]);
});
