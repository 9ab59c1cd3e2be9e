import type { Assessment, Verdict } from "../api/types.ts";
import type { Entry } from "../chat/entries.ts";
import type { PolicyView } from "../policy/policy.ts";
import { texts } from "../texts.ts";
import { groupsOf, unmetCount } from "./groups.ts";

/** The words by which the conversation's own conclusion is known for this verdict, and not for an earlier one. */
const marks: Record<Verdict, RegExp> = {
  not_met: /不符合条件/,
  undetermined: /不能下结论/,
  met_pending_review: /条件都满足/,
};

function conclusionIn(text: string, verdict: Verdict): string | undefined {
  const bold = text.split("\n").map((line) => /^\*\*(.+)\*\*$/.exec(line)?.[1]);
  return bold.find((line) => line !== undefined && marks[verdict].test(line));
}

/** The conclusion in the conversation's last words on it; where it has none, in ours. */
export function headlineOf(assessment: Assessment, entries: readonly Entry[], policy: PolicyView | null): string {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    for (const { text } of entries[index]?.messages ?? []) {
      const conclusion = conclusionIn(text, assessment.verdict);
      if (conclusion !== undefined) return conclusion;
    }
  }
  return texts.verdict[assessment.verdict](unmetCount(groupsOf(assessment, policy)));
}
