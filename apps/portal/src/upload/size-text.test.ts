import { expect, test } from "vitest";
import { sizeText } from "./size-text.ts";

test.each([
  [1, "1 kB"],
  [829_600, "830 kB"],
  [2_449_000, "2.4 MB"],
])("%i bytes are %s", (bytes, text) => expect(sizeText(bytes)).toBe(text));
