import {
  type ApplicationRow,
  findOrganization,
  findOrganizationName,
  findUser,
  listApplicationMaterials,
} from "@shifan/db";
import type { Actor, Grant, Policy } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { filesByMaterial } from "../applications/materials.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { annexDocument } from "../documents/annexes/annex.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { stampOf } from "../documents/description/stamp.ts";
import { callSheetDocument } from "../documents/papers/call-sheet.ts";
import { receiptDocument } from "../documents/papers/receipt.ts";
import type { Printer } from "../documents/printer/printer.ts";
import { readCallSheet } from "../surveys/view.ts";
import { describePacket } from "./packet.ts";
import { readFormToPrint } from "./print.ts";
import { programmeOf } from "./programme.ts";
import { readRecommendationForm } from "./recommendation-form.ts";

export type DocumentServices = ProcedureServices & { printer: Printer; demo: boolean };

/** What can be printed of an application. */
export const applicationDocuments = ["annex_1", "annex_2", "annex_3", "packet", "receipt", "call_sheet"] as const;
export type ApplicationDocument = (typeof applicationDocuments)[number];

/** What each is called when it is kept. */
export const documentTitles: Readonly<Record<ApplicationDocument, string>> = {
  annex_1: "推荐表",
  annex_2: "申请报告",
  annex_3: "真实性声明",
  packet: "打印装订包",
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
  { document, actor, grant }: { document: ApplicationDocument; actor: Person; grant: Grant },
): Promise<PrintedDocument | null> {
  const { database, clock, demo } = services;
  const madeOn = clock.today();
  const drawn = { demonstration: demo, madeOn, placesMarked: true };
  switch (document) {
    case "annex_1": {
      const policy = await policyOfApplication(services, database, application);
      const data = await readRecommendationForm(services, application, actor);
      if (data === null) return null;
      // The version is that of the applicant's form; the code tells one state of the survey and the opinion from another.
      const stamp = stampOf(data, application.dataVersion);
      return annexDocument(policy.forms, document, data, { stamp, ...drawn });
    }
    case "annex_2":
    case "annex_3": {
      const { policy, form, stamp } = await readFormToPrint(services, application.id, { actor, grant });
      return annexDocument(policy.forms, document, form, { stamp, ...drawn });
    }
    case "packet":
      return describePacket(services, await readFormToPrint(services, application.id, { actor, grant }));
    case "receipt":
      return describeReceipt(services, application, await policyOfApplication(services, database, application), madeOn);
    case "call_sheet":
      return describeCallSheet(
        services,
        application,
        await policyOfApplication(services, database, application),
        actor,
      );
  }
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
  const materials = await listApplicationMaterials(database, application.id);
  const onPaper = new Set(materials.filter(({ isOnPaper }) => isOnPaper).map(({ material }) => material));
  const { document } = policy;
  const content = {
    application: application.id,
    receivedOn: application.receivedOn,
    files: [...files],
    onPaper: [...onPaper],
  };
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
        remark: [...(onPaper.has(id) ? ["纸质"] : []), ...(files.has(id) ? ["已扫描"] : [])].join("，"),
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

function districtName({ document }: Policy, { district }: ApplicationRow): string {
  return document.districts.find(({ id }) => id === district)?.name ?? "";
}
