import { expect, it } from "vitest";
import { demonstrationCalendar } from "../../calendar.ts";
import { presentHalf } from "./half.ts";

it("has looked at titles within the half that runs, before the month of the demonstration, and ends with June and December", () => {
  for (let month = 1; month <= 12; month += 1) {
    const today = `2026-${String(month).padStart(2, "0")}-01`;
    const opens = demonstrationCalendar(today).rounds.at(-1)?.opens ?? "";
    const { period, inspectedOn, endsBefore } = presentHalf(opens);
    const [first, last] = period.endsWith("H1") ? ["01-01", "06-30"] : ["07-01", "12-31"];
    const year = period.slice(0, 4);
    expect(inspectedOn >= `${year}-${first}` && inspectedOn <= `${year}-${last}`).toBe(true);
    expect(inspectedOn < today).toBe(true);
    expect(endsBefore).toBe(`${year}-${last}` < today);
  }
});
