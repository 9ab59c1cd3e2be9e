import { randomUUID } from "node:crypto";
import type { CertifyApplication } from "@shifan/contract";
import {
  type ApplicationRow,
  countTitlesOfRound,
  type Database,
  insertCertifications,
  listCertificationsLike,
  type NoticeCaseRow,
  type RoundRow,
} from "@shifan/db";
import { type Actor, fillText, lastDayOfTitle, lifecycleFigure, type Policy } from "@shifan/rules";
import { performCreationsIn } from "../acts/perform-on-all.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certificationSubject } from "./subject.ts";

/**
 * Brings into being the titles of cases that are certified in the transaction, as they were published and with the next numbers of their round,
 * whose row is locked.
 *
 * @throws Error when one of them stands in no publicity
 */
export async function grantTitles(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  {
    round,
    cases,
    published,
  }: { round: RoundRow; cases: readonly ApplicationRow[]; published: ReadonlyMap<string, NoticeCaseRow> },
  policy: Policy,
  { documentNumber, certifiedOn, validTo }: CertifyApplication,
): Promise<void> {
  const at = services.clock.now();
  const numbers = await nextNumbers(transaction, round, policy, cases.length);
  const titles = cases.map(({ id, organizationId, district, roundId }, n) => {
    const listed = published.get(id);
    if (listed === undefined) throw new Error(`the case ${id} is certified but stands in no publicity`);
    return {
      id: randomUUID(),
      organizationId,
      applicationId: id,
      roundId,
      platformName: listed.platformName,
      platformType: listed.platformType,
      district,
      documentNumber,
      certificateNumber: numbers[n] ?? null,
      validFrom: certifiedOn,
      validTo: validTo ?? lastDayOfTitle(certifiedOn, lifecycleFigure(policy.document, "validity_years")),
      endedOn: null,
      endServedOn: null,
      endDocumentNumber: null,
      endSource: null,
      source: documentNumber,
      importedBy: null,
      confirmedBy: actor.userId,
      createdAt: at,
    };
  });
  await performCreationsIn(
    transaction,
    certificationSubject(services),
    { actor, act: "grant", ground: documentNumber, at },
    {
      policy,
      fields: ["certificateNumber", "documentNumber", "validFrom", "validTo"],
      write: (state) =>
        insertCertifications(
          transaction,
          titles.map((title) => ({ ...title, state })),
        ),
    },
  );
}

/** The next numbers of a round; those that titles entered from papers bear already are left out. */
async function nextNumbers(
  transaction: Database,
  { id, year }: RoundRow,
  policy: Policy,
  count: number,
): Promise<string[]> {
  const numberOf = (sequence: number) =>
    fillText(policy.document.lifecycle.certificate_number, {
      year: String(year),
      sequence: String(sequence).padStart(3, "0"),
    });
  const numbers: string[] = [];
  let given = await countTitlesOfRound(transaction, id);
  while (numbers.length < count) {
    const from = given + 1;
    const wanted = Array.from({ length: count - numbers.length }, (_, n) => numberOf(from + n));
    const taken = await listCertificationsLike(transaction, { organizationIds: [], certificateNumbers: wanted });
    const bearing = new Set(taken.map(({ certificateNumber }) => certificateNumber));
    numbers.push(...wanted.filter((number) => !bearing.has(number)));
    given += wanted.length;
  }
  return numbers;
}
