import { expect, test } from "vitest";
import { tokenIn } from "./token.ts";

test.each([
  ["#q0XjVjUYkV3uLh0aZxWq8rT2", "q0XjVjUYkV3uLh0aZxWq8rT2"],
  ["", null],
  ["#main", null],
  ["#q0XjVjUYkV3uLh0aZxWq8rT2&more", null],
])("the fragment %s holds the token %s", (fragment, token) => expect(tokenIn(fragment)).toBe(token));
