import { type CheckedEntries, checkEntries } from "@shifan/db";
import type { ProcedureServices } from "../../acts/services.ts";
import type { ProofPage } from "../../documents/audit/proof-page.ts";
import { programmeName } from "../../documents/papers/paper.ts";
import { leavesOf } from "./leaves.ts";
import { describeHistory, type ReadHistory } from "./read.ts";
import { spellInstant } from "./words.ts";

/** Fields in which a decision stands: where a record has come to, a verdict, a total, a result. */
const decidingFields: ReadonlySet<string> = new Set([
  "state",
  "verdict",
  "total",
  "result",
  "outcome",
  "decision",
  "finding",
  "absenceFinding",
  "exemption",
]);

function decides({ changes }: ReadHistory["entries"][number]): boolean {
  return (changes ?? []).flatMap(leavesOf).some(({ path }) => decidingFields.has(String(path.at(-1))));
}

type ProofServices = Pick<ProcedureServices, "database" | "clock"> & { readonly auditPublicKeys: readonly string[] };

/** What the page of proof tells of a record: its history, the newest checkpoint, and what came of checking both. */
export async function describeProof(services: ProofServices, history: ReadHistory): Promise<ProofPage> {
  const { database, clock, auditPublicKeys } = services;
  const described = await describeHistory(database, history);
  const rows = history.entries.map(({ entry }) => entry);
  const checked = await checkEntries(database, rows, auditPublicKeys);
  const { checkpoint } = checked;
  const district = (id: string | null) => history.policy.document.districts.find((each) => each.id === id)?.name ?? "";
  const acts = described.entries.filter(({ isRefused, values }) => !isRefused && values !== "none");
  const decisive = new Set(history.entries.filter(decides).map(({ entry }) => entry.id));
  const decisions = acts.filter(({ id }) => decisive.has(id));
  const found = [...findingsOf(checked), ...described.check.findings];
  return {
    programme: programmeName(history.policy.document),
    recordLabel: described.label,
    name: described.name ?? "",
    id: history.id,
    printedAt: spellInstant(clock.now()),
    others: acts.length - decisions.length,
    acts: decisions.map(({ id, at, actor, resourceLabel, actLabel, article, ground, changes, values }) => ({
      id,
      at: spellInstant(new Date(at)),
      who: [
        actor.name ?? actor.roleLabel,
        actor.name === null ? "" : `（${district(actor.district)}${actor.roleLabel}）`,
      ].join(""),
      what: resourceLabel === described.label ? actLabel : `${actLabel}（${resourceLabel}）`,
      why: [article, ground].filter((text) => text !== null && text !== "").join("；"),
      changes: (changes ?? []).map(
        ({ label, before, after }) => `${label}：${before ?? "（无）"} → ${after ?? "（无）"}`,
      ),
      isProven: values === "proven",
    })),
    checkpoint:
      checkpoint === null
        ? null
        : {
            size: checkpoint.size,
            root: checkpoint.root,
            at: spellInstant(checkpoint.at),
            publicKey: checkpoint.publicKey,
          },
    results: [spellEntries(checked), spellSignature(checked), described.check.text],
    findings: found,
    isSound: found.length === 0,
    isComplete: found.length === 0 && countOf(checked, "waiting") === 0 && checkpoint !== null,
  };
}

const countOf = ({ checks }: CheckedEntries, wanted: string) =>
  [...checks.values()].filter((check) => check === wanted).length;

function spellEntries(checked: CheckedEntries): string {
  const [included, waiting] = [countOf(checked, "included"), countOf(checked, "waiting")];
  const all = checked.checks.size;
  const rest = waiting === 0 ? "" : `；${waiting}条刚写下，还没有进检查点，一分钟之内会进，请到时再打印`;
  return `条目：共${all}条，${included}条逐条证明在检查点之内，写下之后没有改动${rest}。`;
}

function spellSignature({ isSigned }: CheckedEntries): string {
  if (isSigned === null) return "检查点：还没有包含这些条目的检查点。";
  return isSigned ? "检查点：签名成立，由本系统的密钥签署。" : "检查点：签名不成立。";
}

function findingsOf({ checks, isSigned }: CheckedEntries): string[] {
  const changed = [...checks].flatMap(([id, check]) => {
    if (check === "changed") return [`审计条目 ${id} 写下之后被改过`];
    return check === "not_included" ? [`审计条目 ${id} 不在签署过的检查点之内`] : [];
  });
  return isSigned === false ? [...changed, "检查点的签名不成立，或者不是本系统的密钥签署的"] : changed;
}
