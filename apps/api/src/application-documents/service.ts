import {
  type ApplicationRow,
  type Database,
  findOrganization,
  findOrganizationName,
  findRound,
  findUser,
} from "@shifan/db";
import type { Actor, FormData, Policy } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { readForm } from "../applications/form.ts";
import { filesByMaterial } from "../applications/materials.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { annexDocument } from "../documents/annexes/annex.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { stampOf } from "../documents/description/stamp.ts";
import { callSheetDocument } from "../documents/papers/call-sheet.ts";
import { type Programme, programmeName } from "../documents/papers/paper.ts";
import { receiptDocument } from "../documents/papers/receipt.ts";
import type { Printer } from "../documents/printer/printer.ts";
import { readCallSheet } from "../surveys/view.ts";
import { readRecommendationForm } from "./recommendation-form.ts";

export type DocumentServices = ProcedureServices & { printer: Printer; demo: boolean };

/** What can be printed of an application. */
export const applicationDocuments = ["annex_1", "annex_2", "annex_3", "receipt", "call_sheet"] as const;
export type ApplicationDocument = (typeof applicationDocuments)[number];

/** What each is called when it is kept. */
export const documentTitles: Readonly<Record<ApplicationDocument, string>> = {
  annex_1: "推荐表",
  annex_2: "申请报告",
  annex_3: "真实性声明",
  receipt: "收件回执",
  call_sheet: "满意度测评登记表",
};

/**
 * Describes a document of an application: each page carries the version of the data and the short code of its content, so that a sealed scan
 * belongs to one state of the form and to no other. Null for what does not exist of this application for its reader: a receipt without papers at
 * a counter, a call sheet without anybody left to ask, a recommendation form before the district has written its assessment.
 */
export async function describeDocument(
  services: DocumentServices,
  application: ApplicationRow,
  { document, actor }: { document: ApplicationDocument; actor: Actor },
): Promise<PrintedDocument | null> {
  const { database, clock, personalKeys, demo } = services;
  const policy = await policyOfApplication(services, database, application);
  const madeOn = clock.today();
  if (document === "receipt") return describeReceipt(services, application, policy, madeOn);
  if (document === "call_sheet") return describeCallSheet(services, application, policy, actor);
  const data: FormData | null =
    document === "annex_1"
      ? await readRecommendationForm(services, application, actor)
      : await readForm(database, personalKeys, policy, application.id);
  if (data === null) return null;
  const stamp = stampOf(data, application.dataVersion);
  return annexDocument(policy.forms, document, data, { stamp, demonstration: demo, madeOn, placesMarked: true });
}

async function describeReceipt(
  { database, demo }: DocumentServices,
  application: ApplicationRow,
  policy: Policy,
  madeOn: string,
): Promise<PrintedDocument | null> {
  if (application.origin !== "paper" || application.receivedOn === null) return null;
  const organization = await findOrganization(database, application.organizationId);
  const officer = await findUser(database, application.enteredBy);
  const files = await filesByMaterial(database, application.id);
  const { document } = policy;
  const content = { application: application.id, receivedOn: application.receivedOn, files: [...files] };
  return receiptDocument(
    {
      number: application.id.slice(0, 8).toUpperCase(),
      programme: await programmeOf(database, application, policy),
      organization: await findOrganizationName(database, application.organizationId, madeOn),
      uscc: organization?.uscc ?? "",
      receivedAt: districtName(policy, application),
      receivedOn: application.receivedOn,
      receivedBy: officer?.name ?? "",
      handedInBy: "",
      papers: document.materials.map(({ id, title }) => ({
        number: id,
        title,
        copies: null,
        remark: files.has(id) ? "已扫描" : "",
      })),
      notice: "本回执只证明收到材料的日期，不表示材料齐全或符合条件。",
    },
    { stamp: stampOf(content, application.dataVersion), demonstration: demo, madeOn },
  );
}

/** The enterprises still to be asked, as the survey shows them to this reader. */
async function describeCallSheet(
  services: DocumentServices,
  application: ApplicationRow,
  policy: Policy,
  actor: Actor,
): Promise<PrintedDocument | null> {
  const { database, clock, demo } = services;
  const sheet = await readCallSheet(services, actor, application.id);
  if (sheet === null || sheet.length === 0) return null;
  const madeOn = clock.today();
  const { sections, lists } = policy.forms;
  const labels = (options: readonly { label: string }[] = []) => options.map(({ label }) => label);
  return callSheetDocument(
    {
      programme: await programmeOf(database, application, policy),
      applicant: await findOrganizationName(database, application.organizationId, madeOn),
      district: districtName(policy, application),
      methods: labels(sections.get("survey")?.fieldsById.get("survey_methods")?.options),
      ratings: labels(lists.get("sampled")?.columnsById.get("rating")?.options),
      enterprises: sheet.map(({ place, enterprise, contact, phone, serviceSummary }) => ({
        place,
        name: enterprise,
        contact: contact ?? "",
        phone: phone ?? "",
        services: serviceSummary ?? "",
      })),
    },
    { stamp: stampOf({ application: application.id, sheet }, application.dataVersion), demonstration: demo, madeOn },
  );
}

async function programmeOf(database: Database, { roundId }: ApplicationRow, { document }: Policy): Promise<Programme> {
  const round = await findRound(database, roundId);
  return { name: programmeName(document), roundYear: round?.year ?? null };
}

function districtName({ document }: Policy, { district }: ApplicationRow): string {
  return document.districts.find(({ id }) => id === district)?.name ?? "";
}
