import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";

const names = ["rules", "dialog"];

test.each([
  { args: [], asked: { only: null, record: false } },
  { args: ["rules"], asked: { only: "rules", record: false } },
  { args: ["--only", "dialog"], asked: { only: "dialog", record: false } },
  { args: ["--only=dialog", "--record"], asked: { only: "dialog", record: true } },
  { args: ["--record", "rules"], asked: { only: "rules", record: true } },
])("$args asks for one benchmark or for all", ({ args, asked }) => {
  expect(readArguments(args, names)).toEqual(asked);
});

test.each([
  { args: ["rule"] },
  { args: ["--only", "rule"] },
  { args: ["--only"] },
  { args: ["rules", "dialog"] },
  { args: ["--only", "rules", "dialog"] },
  { args: ["--onyl", "rules"] },
])("$args is refused", ({ args }) => {
  expect(readArguments(args, names)).toBeNull();
});
