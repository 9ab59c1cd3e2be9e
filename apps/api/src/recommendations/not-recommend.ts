import { type ApplicationRow, updateApplication } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContext } from "../applications/context.ts";
import { applicationSubject } from "../applications/subject.ts";

/** Does not recommend a case: a decision with reasons (第四条、第十条), which the applicant gets to see. */
export function notRecommend(
  services: ProcedureServices,
  on: On,
  reasons: string,
): Promise<ActOutcome<ApplicationRow>> {
  const ground = reasons === "" ? null : reasons;
  return performAct(
    services.database,
    applicationSubject(services),
    { ...on, act: "not-recommend", ground, at: services.clock.now() },
    {
      context: (transaction, application, policy) =>
        applicationContext(services, transaction, application, policy, { hasReasons: reasons !== "" }),
      write: async (transaction, { id }, { to, at }) => {
        const row = await updateApplication(transaction, id, at, { state: to, reason: reasons });
        return { row, result: row, fields: ["state", "reason"] };
      },
    },
  );
}
