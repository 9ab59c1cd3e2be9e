import type { AuditHistory } from "@shifan/contract";
import type { Departure, RecordName } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { labelOfPlace, labelOfRecord } from "./places.ts";

/** A record that was held against its entries. */
export type CheckedRecord = {
  readonly record: RecordName;
  readonly departure: Departure | null;
  /** False where a personal value of it is no sealed value any more. */
  readonly isReadable: boolean;
};

/** What came of holding the records against the trail, in words: sound, or where they first depart from it. */
export function describeCheck(policy: Policy, checked: readonly CheckedRecord[]): AuditHistory["check"] {
  const findings = checked.flatMap((each) => describeOne(policy, each));
  const text =
    findings.length === 0
      ? "内容完整：从现在倒推到每一次办理，都与当时留下的指纹相符。"
      : "内容有改动：有记录绕过系统被改过，请报监察机构，并运行 npm run audit:verify 全面核验。";
  return { isSound: findings.length === 0, text, findings };
}

function describeOne(policy: Policy, { record, departure, isReadable }: CheckedRecord): string[] {
  const name = labelOfRecord(policy, record);
  if (!isReadable) return [`${name}：个人信息不是系统封存的样子，绕过系统被改过`];
  if (departure === null) return [];
  const places = departure.values.map(({ path }) => labelOfPlace({ resource: record.resource, policy }, path));
  const named = places.length === 0 ? "" : `（${[...new Set(places)].join("、")}）`;
  return departure.isPresent
    ? [`${name}：现在的内容${named}与最近一次办理后的不符，办理之后绕过系统被改过，没有留下审计条目`]
    : [
        `${name}：审计条目 ${departure.entryId} 之后、下一次办理之前，内容${named}绕过系统被改过，或者留存的改动内容被改过`,
      ];
}
