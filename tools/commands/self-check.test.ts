import { expect, test } from "vitest";
import { folderOfTheCaller } from "./self-check.mjs";

test.each(["self-check", "audit:verify"])(
  "a file is looked for in the folder the person called npm run %s from",
  (event) => {
    expect(folderOfTheCaller({ npm_lifecycle_event: event, INIT_CWD: "/papers" })).toBe("/papers");
  },
);

test("a folder that some other npm command left behind is not used", () => {
  expect(folderOfTheCaller({ npm_lifecycle_event: "test", INIT_CWD: "/papers" })).toBe(process.cwd());
});
