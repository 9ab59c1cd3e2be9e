import { randomUUID } from "node:crypto";
import type { CertifyApplication } from "@shifan/contract";
import {
  type ApplicationRow,
  countTitlesOfRound,
  type Database,
  findApplication,
  findCasePublicity,
  findCertificationByNumber,
  findNoticeCaseOf,
  insertCertification,
  lockRound,
  updateApplication,
} from "@shifan/db";
import { fillText, lastDayOfTitle, lifecycleFigure, type Policy, parseDate, spellDate } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performActIn, performCreationIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContext } from "../applications/context.ts";
import { applicationSubject } from "../applications/subject.ts";
import { checkDay } from "../organizations/input.ts";
import { certificationSubject, relationOfTitle } from "./subject.ts";

/**
 * Certifies a case (第十一条): after the last day of its publicity and with no objection open or upheld. The title comes into being in the same
 * transaction, with the next number of its round.
 */
export async function certifyApplication(
  services: ProcedureServices,
  on: On,
  body: CertifyApplication,
): Promise<ActOutcome<ApplicationRow>> {
  const at = services.clock.now();
  return services.database.transaction(async (transaction): Promise<ActOutcome<ApplicationRow>> => {
    // The round goes first, as with every act that reaches several records of it: its titles are numbered one after the other.
    const seen = await findApplication(transaction, on.id);
    const round = seen === null ? null : await lockRound(transaction, seen.roundId);
    return performActIn(
      transaction,
      applicationSubject(services),
      { ...on, act: "certify", ground: body.documentNumber, at },
      {
        check: (_, row, policy) => errorsOf(services, transaction, row, policy, body),
        context: (_, row, policy) => applicationContext(services, transaction, row, policy),
        write: async (_, row, { to, policy }) => {
          await grantTitle(services, transaction, on, { application: row, year: round?.year ?? 0 }, policy, body);
          const written = await updateApplication(transaction, row.id, at, { state: to, reason: null });
          return { row: written, result: written, fields: ["state", "reason", "certification"] };
        },
      },
    );
  });
}

/** Faults of the document's days, as long as the case waits for it: in any other state it is the state that stands in the way. */
async function errorsOf(
  services: ProcedureServices,
  transaction: Database,
  application: ApplicationRow,
  policy: Policy,
  { certifiedOn, validTo }: CertifyApplication,
): Promise<InputErrors> {
  if (application.state !== "in_publicity") return [];
  const errors = [...checkDay(certifiedOn, "/certifiedOn", services.clock.today())];
  const publicity = await findCasePublicity(transaction, application.id);
  const hasEnded = publicity !== null && services.clock.today() > publicity.endsOn;
  if (errors.length === 0 && hasEnded && certifiedOn <= publicity.endsOn) {
    const message = `公示到${spellDate(publicity.endsOn)}24:00，认定文件的日期应在这之后`;
    errors.push({ path: "/certifiedOn", code: "before_publicity_end", message });
  }
  if (validTo !== null && (parseDate(validTo) === undefined || validTo <= certifiedOn)) {
    const years = lifecycleFigure(policy.document, "validity_years");
    const message = `有效期最后一天应晚于认定日期；不写则从认定之日起${years}年`;
    errors.push({ path: "/validTo", code: "order", message });
  }
  return errors;
}

async function grantTitle(
  services: ProcedureServices,
  transaction: Database,
  { actor }: On,
  { application, year }: { application: ApplicationRow; year: number },
  policy: Policy,
  { documentNumber, certifiedOn, validTo }: CertifyApplication,
): Promise<void> {
  const published = await findNoticeCaseOf(transaction, application.id);
  if (published === null) throw new Error(`the case ${application.id} is certified but stands in no publicity`);
  const { organizationId, district, roundId } = application;
  const certificateNumber = await nextNumber(transaction, roundId, year, policy);
  const at = services.clock.now();
  const outcome = await performCreationIn(
    transaction,
    certificationSubject(services),
    {
      actor,
      act: "grant",
      relation: relationOfTitle({ organizationId, district, confirmedBy: null }),
      policy,
      at,
      ground: documentNumber,
    },
    {
      context: async () => ({ isConfirmed: true, isSamePerson: false }),
      write: async (inside, { to }) => {
        const granted = {
          id: randomUUID(),
          organizationId,
          applicationId: application.id,
          roundId,
          platformName: published.platformName,
          platformType: published.platformType,
          district,
          state: to,
          documentNumber,
          certificateNumber,
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
        const row = await insertCertification(inside, granted, []);
        return { row, result: row, fields: ["certificateNumber", "documentNumber", "validFrom", "validTo"] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`a title was refused after its case was certified: ${outcome.kind}`);
}

/** The next number of a round whose row is locked; one that a title entered from papers bears already is left out. */
async function nextNumber(transaction: Database, roundId: string, year: number, policy: Policy): Promise<string> {
  for (let sequence = (await countTitlesOfRound(transaction, roundId)) + 1; ; sequence += 1) {
    const number = fillText(policy.document.lifecycle.certificate_number, {
      year: String(year),
      sequence: String(sequence).padStart(3, "0"),
    });
    if ((await findCertificationByNumber(transaction, number)) === null) return number;
  }
}
