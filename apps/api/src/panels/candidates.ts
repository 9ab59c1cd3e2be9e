import { type ApplicationRow, type Database, type ExpertRow, listPool } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { isEmployedBy, listParties } from "./interests.ts";
import type { PanelStanding } from "./standing.ts";

/** Why somebody of the pool is not drawn from, in the words of the record. */
export const exclusionReasons = {
  appointed: "已是这一件的评审专家",
  recused: "已回避这一件",
  employer: "工作单位与申报单位、合作单位或投资方相同",
  no_account: "没有可以登录的专家账号",
  field: "不在所选的专业领域",
} as const;
export type ExclusionReason = keyof typeof exclusionReasons;

/** Somebody of the pool, and why they cannot be drawn; null where they can. */
export type Candidate = { readonly expert: ExpertRow; readonly exclusion: ExclusionReason | null };

/** Everybody of the pool as they stand to a case. @param fields of which one is asked for; none: any */
export async function listCandidates(
  database: Database,
  application: ApplicationRow,
  {
    policy,
    standing,
    fields,
    today,
  }: {
    policy: Policy;
    standing: PanelStanding;
    fields: readonly string[];
    today: string;
  },
): Promise<readonly Candidate[]> {
  const parties = await listParties(database, application, policy);
  const states = new Map(standing.reviews.map(({ review }) => [review.expertId, review.state]));
  return (await listPool(database, today)).map(({ canSignIn, ...expert }) => {
    const state = states.get(expert.id);
    const isOfField = fields.length === 0 || expert.fields.some((field) => fields.includes(field));
    const exclusion = (): ExclusionReason | null => {
      if (state === "recused") return "recused";
      if (state !== undefined) return "appointed";
      if (isEmployedBy(parties, expert)) return "employer";
      if (!canSignIn) return "no_account";
      return isOfField ? null : "field";
    };
    return { expert, exclusion: exclusion() };
  });
}
