import { type Database, findObligationOf, type ObligationKey, type ObligationRow, updateObligation } from "@shifan/db";
import type { Actor, Exemption } from "@shifan/rules";
import { performActIn } from "../acts/perform.ts";
import { contextOfObligation, type ObligationServices, obligationSubject } from "./subject.ts";

/** Whose act it follows from, and in which words. */
export type By = { readonly actor: Actor; readonly ground?: string | null };

/** Carries out an act that follows from another. @throws Error when the table does not take it: then nothing of the transaction may stand */
export async function follow(
  services: ObligationServices,
  transaction: Database,
  { id }: Pick<ObligationRow, "id">,
  { actor, ground = null, act, changes }: By & { act: string; changes: Parameters<typeof updateObligation>[2] },
): Promise<void> {
  const { clock } = services;
  const outcome = await performActIn(
    transaction,
    obligationSubject(services),
    { actor, id, act, revision: null, ground, at: clock.now() },
    {
      context: async (_, row) => contextOfObligation(row, { today: clock.today() }),
      write: async (inside, _, { to }) => {
        const row = await updateObligation(inside, id, { ...changes, state: to });
        return { row, result: row, fields: ["state", ...Object.keys(changes)] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`obligations.${act} is not taken for ${id}: ${outcome.kind}`);
}

/** An act did what was owed. Where nothing is owed, or it is done already, nothing happens: the first time counts. */
export async function fulfilObligation(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, doneBy, doneOn, actor }: ObligationKey & By & { doneBy: string; doneOn: string },
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed?.state !== "due") return;
  await follow(services, transaction, owed, { actor, act: "fulfil", changes: { doneBy, doneOn } });
}

/** Whoever asked for it asks for it no more: it does not apply. What is done stays done. */
export async function exemptObligation(
  services: ObligationServices,
  transaction: Database,
  {
    kind,
    subject,
    period,
    exemption,
    actor,
    ground = null,
  }: ObligationKey & By & { exemption: Extract<Exemption, "called_off" | "absence_accepted"> },
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed?.state !== "due") return;
  await follow(services, transaction, owed, { actor, ground, act: "exempt", changes: { exemption } });
}

/** What was done is sent back, or there is something to do after all: it is owed again. */
export async function reviveObligation(
  services: ObligationServices,
  transaction: Database,
  { kind, subject, period, actor, ground = null }: ObligationKey & By,
): Promise<void> {
  const owed = await findObligationOf(transaction, { kind, subject, period });
  if (owed === null || owed.state === "due") return;
  await follow(services, transaction, owed, {
    actor,
    ground,
    act: "revive",
    changes: { exemption: null, doneBy: null, doneOn: null },
  });
}
