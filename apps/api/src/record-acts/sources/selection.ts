import {
  findApplication,
  findComplaint,
  findExpert,
  findNotice,
  findObjection,
  findOrganization,
  findReview,
  findRound,
  readOrganizationFile,
  stateOfReview,
} from "@shifan/db";
import type { NoticeContext } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { complaintSubjectOf } from "../../complaints/subject.ts";
import { expertSubject } from "../../experts/subject.ts";
import { noticeSubject } from "../../notices/subject.ts";
import { objectionContext, objectionSubject } from "../../objections/subject.ts";
import { noException, organizationSubject } from "../../organizations/subject.ts";
import { reviewSubject } from "../../reviews/subject.ts";
import { roundContext, roundSubject } from "../../rounds/subject.ts";
import { inquire, type RecordInquiry } from "../inquiry.ts";

type Inquired = Promise<RecordInquiry | null>;

/** Later than any day on which something may be set to end. */
const everAfter = "9999-12-31";

export async function inquireOfRound(services: ProcedureServices, id: string): Inquired {
  const { database, clock } = services;
  const row = await findRound(database, id);
  if (row === null) return null;
  return inquire({
    subject: roundSubject(services),
    row,
    contextOf: () => roundContext(database, row, clock.today()),
  });
}

export async function inquireOfOrganization(services: ProcedureServices, id: string): Inquired {
  const organization = await findOrganization(services.database, id);
  if (organization === null) return null;
  const row = await readOrganizationFile(services.database, organization);
  // Whether there is an exception already depends on the round that the form names.
  return inquire({ subject: organizationSubject(services), row, contextOf: () => noException });
}

export async function inquireOfReview(services: ProcedureServices, id: string): Inquired {
  const found = await findReview(services.database, id);
  if (found === null) return null;
  const { application, review } = found;
  const row = { ...(await stateOfReview(services.database, review)), application };
  return inquire({
    subject: reviewSubject(services),
    row,
    contextOf: () => ({ application: application.state }),
  });
}

export async function inquireOfExpert(services: ProcedureServices, id: string): Inquired {
  const row = await findExpert(services.database, id);
  return row === null ? null : inquire({ subject: expertSubject(services), row, contextOf: () => null });
}

export async function inquireOfNotice(services: ProcedureServices, id: string): Inquired {
  const row = await findNotice(services.database, id);
  if (row === null) return null;
  const { endsOn } = row.notice;
  return inquire({
    subject: noticeSubject(services),
    row,
    contextOf: (): NoticeContext => ({ today: services.clock.today(), endsOn, extendedTo: null }),
    atBest: (context) => ({ ...context, extendedTo: everAfter }),
  });
}

export async function inquireOfObjection(services: ProcedureServices, id: string): Inquired {
  const { database, clock } = services;
  const row = await findObjection(database, id);
  const application = row && (await findApplication(database, row.objection.applicationId));
  if (row === null || application === null) return null;
  const asked = { today: clock.today(), hasReasons: false, caseState: application.state };
  return inquire({
    subject: objectionSubject(services),
    row,
    contextOf: () => objectionContext(database, row, asked),
    atBest: (context) => ({ ...context, hasReasons: true }),
  });
}

export async function inquireOfComplaint(services: ProcedureServices, id: string): Inquired {
  const row = await findComplaint(services.database, id);
  if (row === null) return null;
  return inquire({
    subject: complaintSubjectOf(services, row.subject),
    row,
    contextOf: () => ({ hasReasons: false }),
    atBest: () => ({ hasReasons: true }),
  });
}
