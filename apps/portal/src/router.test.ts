import { expect, test } from "vitest";
import { pageOf } from "./router.tsx";

test.each([
  ["/", "home"],
  ["/chat", "chat"],
  ["/chat/", "chat"],
  ["/result", "result"],
  ["/articles", "articles"],
  ["/accessibility", "accessibility"],
  ["/Chat", null],
  ["/chat/x", null],
  ["/admin", null],
  ["//", "home"],
])("the address %s is the page %s", (path, page) => expect(pageOf(path)).toBe(page));
