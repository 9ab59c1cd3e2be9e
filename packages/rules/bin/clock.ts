import { readFileSync } from "node:fs";
import { UnusableInput } from "./problem.ts";

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const takes = "SHIFAN_NOW：应为带时区的时刻，例如 2026-06-10T09:00:00+08:00，或写成 @文件名，由文件给出这样的时刻";

function readInstant(setting: string): string {
  if (!setting.startsWith("@")) return setting;
  try {
    return readFileSync(setting.slice(1), "utf8").trim();
  } catch {
    throw new UnusableInput(`${takes}；读不到文件 ${setting.slice(1)}`);
  }
}

/** The instant of now: the machine's, unless SHIFAN_NOW states another, which production refuses. */
export function readClock(environment: NodeJS.ProcessEnv): Date {
  const setting = environment.SHIFAN_NOW;
  if (setting === undefined || setting === "") return new Date();
  if (environment.NODE_ENV === "production") {
    throw new UnusableInput("SHIFAN_NOW：只供演示和测试，NODE_ENV=production 时不能设置");
  }
  const text = readInstant(setting);
  const instant = new Date(text);
  if (!instantPattern.test(text) || Number.isNaN(instant.getTime())) throw new UnusableInput(takes);
  return instant;
}

/** The calendar day of an instant in Asia/Shanghai, YYYY-MM-DD. */
export function dayInShanghai(instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
}
