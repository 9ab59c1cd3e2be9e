import { expect, test } from "vitest";
import { placeOf } from "./router.tsx";

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
  ["/platforms/", "platforms"],
  ["/certificates", "certificates"],
  ["/certificates/a/b", null],
])("the address %s is the page %s", (path, page) => expect(placeOf(path)).toEqual({ page, record: null }));

test.each([
  ["/certificates/ZZSF-2026-001", "ZZSF-2026-001"],
  ["/certificates/%E9%83%911%2F2/", "郑1/2"],
  ["/certificates/%", "%"],
])("the address %s names the record %s", (path, record) =>
  expect(placeOf(path)).toEqual({ page: "certificates", record }),
);
