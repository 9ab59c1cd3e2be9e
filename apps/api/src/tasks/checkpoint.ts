import type { Tasks } from "@shifan/contract";
import { type Database, readTrailStanding } from "@shifan/db";
import { formatInstant } from "../clock.ts";

/** An entry is signed within a minute; one that waits for so long has been left. */
const longestMilliseconds = 10 * 60 * 1_000;

/** The last signed checkpoint of the audit trail, and whether everything written before the last minutes lies under it. */
export async function describeCheckpoint(database: Database, now: Date): Promise<NonNullable<Tasks["checkpoint"]>> {
  const { checkpoint, firstOpenAt } = await readTrailStanding(database);
  const isRecent = firstOpenAt === null || now.getTime() - firstOpenAt.getTime() <= longestMilliseconds;
  const { size = 0, at = null } = checkpoint ?? {};
  const signed = at === null ? "操作记录还没有签名" : `操作记录${spellInstant(at, now)}签名，共${size}条`;
  const open = firstOpenAt === null ? "" : spellInstant(firstOpenAt, now);
  return {
    at: at === null ? null : formatInstant(at),
    size,
    isRecent,
    text: isRecent ? signed : `${signed}；${open}以后的记录还没有签名，请联系管理员`,
  };
}

/** 9月14日09:30, with the year where it is another than the present. */
function spellInstant(instant: Date, now: Date): string {
  const [year = "", month = "", day = "", time = ""] = formatInstant(instant).split(/[-T]/);
  const isPresent = formatInstant(now).startsWith(year);
  return `${isPresent ? "" : `${year}年`}${Number(month)}月${Number(day)}日${time.slice(0, 5)}`;
}
