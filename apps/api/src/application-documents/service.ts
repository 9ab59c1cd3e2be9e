import { type ApplicationRow, findOrganization, findOrganizationName, findRound, findUser } from "@shifan/db";
import type { FormData, Policy } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { readForm } from "../applications/form.ts";
import { filesByMaterial } from "../applications/materials.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { annexDocument } from "../documents/annexes/annex.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { stampOf } from "../documents/description/stamp.ts";
import { receiptDocument } from "../documents/papers/receipt.ts";
import type { Printer } from "../documents/printer/printer.ts";

export type DocumentServices = ProcedureServices & { printer: Printer; demo: boolean };

/** What can be printed of an application. */
export const applicationDocuments = ["annex_2", "annex_3", "receipt"] as const;
export type ApplicationDocument = (typeof applicationDocuments)[number];

/** The annexes of the law by the names of the form's own data. */
const annexTitles: Readonly<Record<Exclude<ApplicationDocument, "receipt">, string>> = {
  annex_2: "申请报告",
  annex_3: "真实性声明",
};

/** What a document is called when it is kept. */
export function documentTitle(document: ApplicationDocument): string {
  return document === "receipt" ? "收件回执" : annexTitles[document];
}

/**
 * Describes a document of an application: each page carries the version of the data and the short code of its content, so that a sealed scan
 * belongs to one state of the form and to no other. Null for what does not exist of this application: a receipt without papers at a counter.
 */
export async function describeDocument(
  services: DocumentServices,
  application: ApplicationRow,
  document: ApplicationDocument,
): Promise<PrintedDocument | null> {
  const { database, clock, personalKeys, demo } = services;
  const policy = await policyOfApplication(services, database, application);
  const madeOn = clock.today();
  if (document === "receipt") return describeReceipt(services, application, policy, madeOn);
  const data: FormData = await readForm(database, personalKeys, policy, application.id);
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
  const round = await findRound(database, application.roundId);
  const officer = await findUser(database, application.enteredBy);
  const files = await filesByMaterial(database, application.id);
  const { document } = policy;
  const content = { application: application.id, receivedOn: application.receivedOn, files: [...files] };
  return receiptDocument(
    {
      number: application.id.slice(0, 8).toUpperCase(),
      programme: {
        name: document.title.replace(/认定管理.*$/u, ""),
        roundYear: round?.year ?? null,
      },
      organization: await findOrganizationName(database, application.organizationId, madeOn),
      uscc: organization?.uscc ?? "",
      receivedAt: document.districts.find(({ id }) => id === application.district)?.name ?? "",
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
