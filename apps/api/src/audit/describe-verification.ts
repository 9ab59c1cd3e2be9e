import type { AuditVerification, Checkpoint } from "@shifan/db";
import { describeBreak } from "./describe-break.ts";

/** What was checked of a trail that is whole. @param given the checkpoints of another that it was held against */
export function describeSound(
  result: AuditVerification & { sound: true },
  given: readonly Checkpoint[] | null,
): string {
  const { size, waiting, checkpoints, records, root } = result;
  const lines = [
    "审计记录完整，没有发现改动。",
    `条目 ${size} 条${waiting === 0 ? "" : `，另有 ${waiting} 条等候编入`}；检查点 ${checkpoints} 个；核对记录 ${records} 份。`,
    `根 ${root}`,
  ];
  if (given !== null) {
    const largest = Math.max(...given.map((checkpoint) => checkpoint.size));
    lines.push(`与所给的 ${given.length} 个检查点（最多 ${largest} 条）相符，是从那时接着写下来的。`);
  }
  return lines.join("\n");
}

/** The first thing that is not as it was, what it means and what to do. */
export function describeBroken({ found }: AuditVerification & { sound: false }): string {
  const { what, means } = describeBreak(found);
  return [
    `审计记录有改动，最先发现的一处：${what}。`,
    `这意味着：${means}。`,
    "请停止服务，保留数据和检查点文件原样，用备份和监察机构保存的检查点对照（docs/operations.md）。",
  ].join("\n");
}
