import { expect, it } from "vitest";
import { maskPhone } from "./mask.ts";

it.each([
  ["13800138000", "138****8000"],
  ["0371-67886827", "037******6827"],
  ["12345678", "********"],
])("a masked telephone number calls nobody: %s is shown as %s", (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});
