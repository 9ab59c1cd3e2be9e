import type { CorrectTitle } from "@shifan/contract";
import { type CertificationFile, type TitleCorrection, updateCertification } from "@shifan/db";
import { correctableFields } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { planCorrected } from "../obligations/title-corrected.ts";
import { checkCorrection } from "./check-correction.ts";
import { certificationContext, certificationSubject } from "./subject.ts";

type Outcome = Promise<ActOutcome<CertificationFile>>;
type Changes = TitleCorrection["changes"];

/** Of what a correction says, what the title does not say already. */
function changesIn(title: CertificationFile, said: Omit<CorrectTitle, "reason">): Changes {
  const changed = correctableFields.filter((field) => said[field] !== undefined && said[field] !== title[field]);
  return Object.fromEntries(changed.map((field) => [field, said[field] ?? null]));
}

/**
 * Proposes that what the papers of a title say was entered wrongly. Nothing changes until another officer confirms it. Only for a title from papers:
 * one that a round has given is changed by a decision alone.
 */
export function correctTitle(services: ProcedureServices, on: On, { reason, ...said }: CorrectTitle): Outcome {
  const { clock } = services;
  const { userId } = on.actor;
  const today = clock.today();
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "correct", ground: reason, at: clock.now() },
    {
      check: (transaction, title, policy) =>
        checkCorrection(transaction, title, changesIn(title, said), { policy, today }),
      context: async (_, title) => certificationContext(title, userId, today, { hasReasons: true }),
      write: async (transaction, title) => {
        const correction = { changes: changesIn(title, said), reason, proposedBy: userId, proposedOn: today };
        const row = await updateCertification(transaction, title.id, { correction });
        return { row, result: row, fields: ["correction"] };
      },
    },
  );
}

/** Another officer has seen the papers: the title says what they say, and what is owed is planned anew where its days have changed. */
export function confirmCorrection(services: ProcedureServices, on: On): Outcome {
  const { clock } = services;
  const { actor } = on;
  const today = clock.today();
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "confirm-correction", at: clock.now() },
    {
      // What was right when it was proposed may collide with what was entered since.
      check: (transaction, title, policy) =>
        title.correction === null
          ? Promise.resolve([])
          : checkCorrection(transaction, title, title.correction.changes, { policy, today }),
      context: async (_, title) => certificationContext(title, actor.userId, today),
      write: async (transaction, before) => {
        const { changes = {}, reason = null } = before.correction ?? {};
        // What a title needs is never empty in a correction that was checked.
        const values = changes as Parameters<typeof updateCertification>[2];
        const row = await updateCertification(transaction, before.id, { ...values, correction: null });
        await planCorrected(services, transaction, { before, title: row, actor, ground: reason });
        return { row, result: row, fields: ["correction", ...Object.keys(changes)] };
      },
    },
  );
}

/** Whoever proposed a correction withdraws it, or another does not take it; the title stays as it is. */
export function dropCorrection(services: ProcedureServices, on: On, reason: string): Outcome {
  const { clock } = services;
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "drop-correction", ground: reason, at: clock.now() },
    {
      context: async (_, title) => certificationContext(title, on.actor.userId, clock.today(), { hasReasons: true }),
      write: async (transaction, { id }) => {
        const row = await updateCertification(transaction, id, { correction: null });
        return { row, result: row, fields: ["correction"] };
      },
    },
  );
}
