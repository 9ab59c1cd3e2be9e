import { expect, it } from "vitest";
import { lengthOf, spansOf, spanText } from "./spans.ts";

it("puts the days of one festival that follow one another together, and no others", () => {
  const off = (day: string, name: string) => ({ day, kind: "off" as const, name });
  const spans = spansOf([
    off("2026-01-31", "甲"),
    off("2026-02-01", "甲"),
    off("2026-02-02", "乙"),
    { day: "2026-02-03", kind: "working", name: "乙" },
    off("2026-02-05", "乙"),
    off("2026-02-06", "乙"),
  ]);
  expect(spans.map((span) => `${span.name}${spanText(span)}${span.kind}${lengthOf(span)}`)).toEqual([
    "甲1月31日至2月1日off2",
    "乙2月2日off1",
    "乙2月3日working1",
    "乙2月5日至6日off2",
  ]);
});
