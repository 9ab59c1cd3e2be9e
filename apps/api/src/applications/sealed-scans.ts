import {
  type ApplicationMaterialFileRow,
  type ApplicationPrintRow,
  type ApplicationRow,
  type Database,
  listApplicationMaterialFiles,
  listApplicationPrints,
  open,
  type PersonalKeys,
} from "@shifan/db";
import type { AnnexDocument, FormData, Policy } from "@shifan/rules";
import { type PagesChanged, type PrintedParts, pagesChanged } from "../documents/annexes/pages-changed.ts";
import { shortCode } from "../documents/description/stamp.ts";

/** How the sealed scan of an annex stands to the data as they are now. */
export type SealedScan = PagesChanged & {
  readonly material: string;
  /** `untied`: nobody has said from which version it was printed. */
  readonly state: "current" | "outdated" | "untied";
  /** The version of the data now, and the code that a page printed now would carry. */
  readonly dataVersion: number;
  readonly shortCode: string;
  /** From which version each file was printed. */
  readonly files: readonly {
    readonly fileId: string;
    readonly printed: Pick<ApplicationPrintRow, "dataVersion" | "shortCode"> | null;
  }[];
};

/** The annex that a material is, filled in here, printed and stamped; null for every other paper. Both rest on the same article. */
export function annexOfMaterial({ document, forms }: Policy, material: string): AnnexDocument | null {
  const article = document.materials.find(({ id }) => id === material)?.article;
  return forms.annexes.find((annex) => annex.by === "applicant" && annex.article === article) ?? null;
}

/**
 * The sealed scans among the papers of an application, by material: which version each was printed from, and which pages have to be printed and
 * stamped again since.
 *
 * @throws SealError when what is kept of a print was changed behind the product's back
 */
export async function readSealedScans(
  database: Database,
  keys: PersonalKeys,
  { application, policy, form }: { application: ApplicationRow; policy: Policy; form: FormData },
): Promise<ReadonlyMap<string, SealedScan>> {
  const files = await listApplicationMaterialFiles(database, application.id);
  const scanned = policy.document.materials.flatMap(({ id }) => {
    const annex = annexOfMaterial(policy, id);
    const own = files.filter(({ material }) => material === id);
    return annex === null || own.length === 0 ? [] : [{ material: id, annex, files: own }];
  });
  if (scanned.length === 0) return new Map();
  const prints = await listApplicationPrints(database, application.id);
  const now = { dataVersion: application.dataVersion, shortCode: shortCode(form) };
  const scans = scanned.map(({ material, annex, files: own }): [string, SealedScan] => {
    const tied = printsOf(prints, own);
    const changed = changedPages(policy, annex, { tied, keys, form, now });
    const state = tied.length === 0 ? "untied" : changed.sheets.length > 0 ? "outdated" : "current";
    return [material, { material, state, ...now, ...changed, files: own.map((file) => describeFile(prints, file)) }];
  });
  return new Map(scans);
}

/** The latest first, each once. */
function printsOf(
  prints: readonly ApplicationPrintRow[],
  files: readonly ApplicationMaterialFileRow[],
): ApplicationPrintRow[] {
  return prints.filter(({ dataVersion }) => files.some(({ printedVersion }) => printedVersion === dataVersion));
}

function changedPages(
  policy: Policy,
  annex: AnnexDocument,
  {
    tied,
    keys,
    form,
    now,
  }: {
    tied: readonly ApplicationPrintRow[];
    keys: PersonalKeys;
    form: FormData;
    now: Pick<SealedScan, "shortCode">;
  },
): PagesChanged {
  // The same content reads the same, however often it was changed in between.
  if (tied.length === 0 || tied.some((print) => print.shortCode === now.shortCode)) return { parts: [], sheets: [] };
  const printed = tied.map(({ parts }) => {
    const kept = open(keys, parts);
    return kept === null ? {} : ((JSON.parse(kept) as Record<string, PrintedParts>)[annex.id] ?? {});
  });
  return pagesChanged(policy.forms, annex.id, printed, form);
}

function describeFile(
  prints: readonly ApplicationPrintRow[],
  { fileId, printedVersion }: ApplicationMaterialFileRow,
): SealedScan["files"][number] {
  const print = prints.find(({ dataVersion }) => dataVersion === printedVersion);
  return {
    fileId,
    printed: print === undefined ? null : { dataVersion: print.dataVersion, shortCode: print.shortCode },
  };
}

/** What is to be said of a scan; null where there is nothing to say. */
export function sayOfScan({ state, files, dataVersion, sheets }: SealedScan): string | null {
  if (state === "current") return null;
  if (state === "untied") return "还没有写明盖章扫描件是从哪一版打印的。请照页脚抄写8位校验短码。";
  const versions = files.flatMap(({ printed }) => printed?.dataVersion ?? []);
  const from = [...new Set(versions)].toSorted((a, b) => a - b).map((version) => `第${version}版`);
  const pages = sheets.map(({ title, places }) => `${title}${wordsOfPlaces(places)}`);
  return `盖章扫描件是从${from.join("、")}打印的，内容已改到第${dataVersion}版。请重新打印这些页：${pages.join("；")}。`;
}

function wordsOfPlaces(places: readonly ("seal" | "signature")[]): string {
  const words = [
    ...(places.includes("seal") ? ["盖章"] : []),
    ...(places.includes("signature") ? ["法定代表人签字"] : []),
  ];
  return words.length === 0 ? "" : `（重新${words.join("、")}）`;
}
