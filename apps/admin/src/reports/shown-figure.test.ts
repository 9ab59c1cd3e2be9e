import { expect, it } from "vitest";
import { shownFigure, signed } from "./shown-figure.ts";

const options = [{ value: "times", label: "次" }];

it.each([
  [{ value: null, options }, "—"],
  [{ value: 0, options }, "0"],
  [{ value: "60.05", options }, "60.05"],
  [{ value: "times", options }, "次"],
  [{ value: ["times", "other"], options }, "次、other"],
  [{ value: false, options }, "否"],
])("shows %j as %s", (figure, text) => expect(shownFigure(figure)).toBe(text));

it.each([
  ["3", "33.33", "+3（+33.33%）"],
  ["-59.95", "-99.83", "-59.95（-99.83%）"],
  ["0", "0.00", "0（0.00%）"],
  ["5", null, "+5"],
])("says of a difference of %s, %s percent: %s", (difference, percent, text) =>
  expect(signed(difference, percent)).toBe(text),
);
