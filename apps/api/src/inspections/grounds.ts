import type { CancellationGrounds } from "@shifan/contract";
import { type CertificationFile, type Database, listChecksOnRecord } from "@shifan/db";
import { articleOfAct, type CancellationGround, groundsForCancellation, type Policy } from "@shifan/rules";
import { groundName } from "../sanctions/view.ts";

function explain({ certainty, sequence }: CancellationGround, { document }: Policy): string {
  if (sequence === null) return "听取说明以后已经认定，一次就构成这种情形。";
  if (certainty === "definite") return "按目前的口径成立。";
  if (sequence.doubts.every((doubt) => doubt === "check_not_closed")) return "有一次还没有办结，办结以后再看。";
  const article = articleOfAct(document, "interpretations", "issue");
  return `按办法有不同读法，还不能下结论；要先由市工信局作出解释（${article}）。`;
}

/** The grounds on which a title may be cancelled, with the checks that prove them. The system proposes; the city decides. */
export async function describeGrounds(
  database: Database,
  title: Pick<CertificationFile, "id" | "confirmedBy">,
  policy: Policy,
  today: string,
): Promise<CancellationGrounds> {
  const { document } = policy;
  const checks = await listChecksOnRecord(database, title.id);
  // One that nobody has confirmed yet bears on nothing: neither do the checks that its papers tell of.
  const isConfirmed = title.confirmedBy !== null;
  const plain = ({ certainty, checks: ids, doubts }: NonNullable<CancellationGround["sequence"]>["merged"]) => ({
    certainty,
    checks: [...ids],
    doubts: [...doubts],
  });
  return {
    certificationId: title.id,
    asOf: today,
    checks,
    grounds: (isConfirmed ? groundsForCancellation(checks, document) : []).map((found) => ({
      ground: found.ground,
      title: groundName(policy, { kind: "cancellation", ground: found.ground }),
      certainty: found.certainty,
      article: found.article,
      checks: [...found.checks],
      perKind: found.sequence && plain(found.sequence.perKind),
      merged: found.sequence && plain(found.sequence.merged),
      doubts: [...(found.sequence?.doubts ?? [])],
      explanation: explain(found, policy),
    })),
    note: isConfirmed ? noteOf(policy) : unconfirmedNoteOf(policy),
  };
}

function unconfirmedNoteOf({ document }: Policy): string {
  return `这项资格据纸质文件补录，还没有经第二位工作人员确认；确认以前不据此列出任何情形（${articleOfAct(document, "certifications", "confirm")}）。`;
}

function noteOf({ document }: Policy): string {
  return `系统只列出记录，不作决定：是否取消资格由市工信局决定（${articleOfAct(document, "sanctions", "decide")}），决定以前先告知、听取陈述申辩（${articleOfAct(document, "sanctions", "notify")}）。`;
}
