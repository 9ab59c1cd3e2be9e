import {
  countDrawableTitles,
  findCertification,
  findDeliveryFile,
  findInspection,
  findInterpretation,
  findObligation,
  findOrganizationChange,
  findPackage,
  findReport,
  findSanction,
  findSpotCheckDraw,
  readObligation,
} from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { certificationContext, certificationSubject } from "../../certifications/subject.ts";
import { deliverySubject } from "../../deliveries/subject.ts";
import { inspectionContext, inspectionSubject } from "../../inspections/subject.ts";
import { interpretationContext, interpretationSubject } from "../../interpretations/subject.ts";
import { contextOfObligation, obligationSubject } from "../../obligations/subject.ts";
import { isHeldBy } from "../../obligations/view.ts";
import { organizationChangeSubject } from "../../organization-changes/subject.ts";
import { contextOfPackage, readContents } from "../../packages/contents.ts";
import { packageSubject } from "../../packages/subject.ts";
import { contextOfReport, reportSubject } from "../../reports/subject.ts";
import { sanctionContext, sanctionSubject } from "../../sanctions/subject.ts";
import { spotCheckDrawSubject } from "../../spot-check-draws/subject.ts";
import { inquire, type RecordInquiry } from "../inquiry.ts";

type Inquired = Promise<RecordInquiry | null>;

/** What the forms ask for in words may be written. */
const withReasons = <Context extends { readonly hasReasons: boolean }>(context: Context): Context => ({
  ...context,
  hasReasons: true,
});

export async function inquireOfCertification(services: ProcedureServices, id: string, { userId }: Actor): Inquired {
  const row = await findCertification(services.database, id);
  if (row === null) return null;
  return inquire({
    subject: certificationSubject(services),
    row,
    contextOf: () => certificationContext(row, userId, services.clock.today()),
    atBest: withReasons,
  });
}

export async function inquireOfInspection(services: ProcedureServices, id: string): Inquired {
  const { database, clock } = services;
  const row = await findInspection(database, id);
  if (row === null) return null;
  return inquire({
    subject: inspectionSubject(services, row.kind),
    row,
    contextOf: () => inspectionContext(database, row, clock.today(), {}),
    atBest: withReasons,
  });
}

export async function inquireOfDelivery(services: ProcedureServices, id: string): Inquired {
  const row = await findDeliveryFile(services.database, id);
  if (row === null) return null;
  return inquire({ subject: deliverySubject(services), row, contextOf: async () => null });
}

export async function inquireOfSanction(services: ProcedureServices, id: string, { userId }: Actor): Inquired {
  const { database, clock } = services;
  const row = await findSanction(database, id);
  if (row === null) return null;
  const brought = { today: clock.today(), hasReasons: false, userId, interpretationId: null };
  return inquire({
    subject: sanctionSubject(services),
    row,
    contextOf: (_, policy) => sanctionContext(database, row, policy, brought),
    atBest: withReasons,
  });
}

export async function inquireOfInterpretation(services: ProcedureServices, id: string, { userId }: Actor): Inquired {
  const row = await findInterpretation(services.database, id);
  if (row === null) return null;
  return inquire({
    subject: interpretationSubject(services),
    row,
    // Superseding asks of the draft that its form names, which may be whole and another's.
    contextOf: (act) =>
      act === "supersede" ? { isSamePerson: false, isComplete: true } : interpretationContext(row, userId),
  });
}

export async function inquireOfOrganizationChange(
  services: ProcedureServices,
  id: string,
  { userId }: Actor,
): Inquired {
  const row = await findOrganizationChange(services.database, id);
  if (row === null) return null;
  return inquire({
    subject: organizationChangeSubject(services),
    row,
    contextOf: () => ({ hasReasons: false, isSamePerson: row.reportedBy === userId }),
    atBest: withReasons,
  });
}

export async function inquireOfReport(services: ProcedureServices, id: string): Inquired {
  const row = await findReport(services.database, id);
  if (row === null) return null;
  return inquire({
    subject: reportSubject(services),
    row,
    contextOf: (_, policy) => contextOfReport(policy, row, { today: services.clock.today() }),
    atBest: withReasons,
  });
}

export async function inquireOfPackage(services: ProcedureServices, id: string): Inquired {
  const { database, clock } = services;
  const row = await findPackage(database, id);
  if (row === null) return null;
  const asked = { today: clock.today(), hasReasons: false };
  return inquire({
    subject: packageSubject(services),
    row,
    contextOf: async (_, policy) => contextOfPackage(row, await readContents(database, row), policy, asked),
    atBest: withReasons,
  });
}

export async function inquireOfObligation(services: ProcedureServices, id: string, actor: Actor): Inquired {
  const { database, clock } = services;
  const row = await findObligation(database, id);
  if (row === null) return null;
  return inquire({
    subject: obligationSubject(services),
    row,
    contextOf: async () =>
      contextOfObligation(row, {
        today: clock.today(),
        isHolder: isHeldBy(actor, row),
        isUnrecorded: (await readObligation(database, id))?.isUnrecorded ?? false,
      }),
    atBest: withReasons,
  });
}

export async function inquireOfSpotCheckDraw(services: ProcedureServices, id: string): Inquired {
  const { database, clock } = services;
  const row = await findSpotCheckDraw(database, id);
  if (row === null) return null;
  return inquire({
    subject: spotCheckDrawSubject(services),
    row,
    // Whether there is any to draw from is all that is asked.
    contextOf: async () => ({ population: await countDrawableTitles(database, clock.today(), 1) }),
  });
}
