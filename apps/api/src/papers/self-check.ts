import { type ApplicationRow, findOrganizationName, findRound } from "@shifan/db";
import { reportOfAssessment } from "@shifan/dialog";
import { programmeOf } from "../application-documents/programme.ts";
import { checkCase } from "../applications/check-case.ts";
import { policyOfApplication } from "../applications/subject.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { selfCheckReport } from "../documents/self-check/self-check-report.ts";
import { type PaperServices, stampedOptions } from "./route.ts";

/** The report of an application, from its form and papers as they are now. */
export async function describeSelfCheck(
  services: PaperServices,
  application: ApplicationRow,
): Promise<PrintedDocument> {
  const { database, clock } = services;
  const policy = await policyOfApplication(services, database, application);
  const today = clock.today();
  const round = await findRound(database, application.roundId);
  const { assessment } = await checkCase(services, database, application, policy, application.receivedOn ?? today);
  const deadline = round?.submissionDeadline ?? null;
  const announced = round === null || deadline === null ? null : { year: round.year, submissionDeadline: deadline };
  const roundYear = round?.year ?? Number(today.slice(0, 4));
  const report = reportOfAssessment(assessment, { policy, today, round: announced, roundYear });
  return selfCheckReport(
    {
      programme: await programmeOf(database, application, policy),
      organization: await findOrganizationName(database, application.organizationId, today),
      report,
      asOf: assessment.asOf,
    },
    stampedOptions(services, { application: application.id, assessment }, application.dataVersion),
  );
}
