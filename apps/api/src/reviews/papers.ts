import type { ReviewPapers } from "@shifan/contract";
import {
  type FileRow,
  findFile,
  findRecommendationOf,
  listApplicationSections,
  type ReviewListRow,
  summarizeApplicationLists,
} from "@shifan/db";
import { type Actor, type Grant, type Policy, permittingGrant } from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { describeParts, listsOfForm, sectionsOfForm } from "../application-form/parts.ts";
import { type RowsView, readRowsOfForm, type ShownValues } from "../application-form/read.ts";
import { valuesOfSection } from "../applications/form.ts";
import { filesByMaterial } from "../applications/materials.ts";
import { policyOfApplication, yearOfApplication } from "../applications/subject.ts";
import { readFindings } from "../applications/view.ts";
import { describeFile } from "../files/read.ts";
import { readStanding } from "../surveys/standing.ts";
import { relationOfReview } from "./subject.ts";
import { maskTelephones, withoutTelephones } from "./telephones.ts";
import { findVisibleReview, readNames } from "./view.ts";
import { arePapersOpen } from "./visibility.ts";

/** The papers of a case as they are open to the expert of one review. */
export type OpenPapers = {
  readonly row: ReviewListRow;
  readonly policy: Policy;
  readonly actor: Actor;
  readonly grant: Grant;
};

/** Why the papers of a case are closed to somebody. */
export type ClosedPapers = "unknown_record" | "not_permitted" | "wrong_state";

/** Nobody but the expert reads the papers by way of a review, and only from the declaration on and while the case is with the experts. */
export async function findOpenPapers(
  services: ProcedureServices,
  actor: Actor,
  id: string,
): Promise<OpenPapers | ClosedPapers> {
  const row = await findVisibleReview(services, actor, id);
  if (row === null) return "unknown_record";
  const grant = permittingGrant(actor, "reviews", "read-papers", relationOfReview(row.review));
  if (grant === null) return "not_permitted";
  if (!arePapersOpen(row)) return "wrong_state";
  const policy = await policyOfApplication(services, services.database, row.application);
  return { row, policy, actor, grant };
}

function note({ database, clock }: ProcedureServices, { row, actor, grant }: OpenPapers, field: string): Promise<void> {
  const read = { resource: "reviews", recordId: row.review.id, fields: [field] } as const;
  return noteRead(database, { actor, grant, ...read, relation: relationOfReview(row.review), at: clock.now() });
}

/** All papers of a case but the rows of its lists and the files themselves, without anybody's telephone; the trail tells who has read them. */
export async function readPapers(services: ProcedureServices, papers: OpenPapers): Promise<ReviewPapers> {
  const { database } = services;
  const { row, policy } = papers;
  const { application } = row;
  await note(services, papers, "papers");
  const kept = new Map((await listApplicationSections(database, application.id)).map((each) => [each.section, each]));
  const summaries = await summarizeApplicationLists(database, application.id);
  const { findings, contradictory, assessment, materials } = await readFindings(services, application);
  return {
    applicationId: application.id,
    ...(await readNames(services, policy, application)),
    receivedOn: application.receivedOn,
    dataVersion: application.dataVersion,
    parts: describeParts(policy, await yearOfApplication(database, application)),
    sections: Object.fromEntries(
      sectionsOfForm(policy).map(({ id, fields }) => {
        const section = kept.get(id);
        return [id, withoutTelephones(fields, section === undefined ? {} : valuesOfSection(section)) as ShownValues];
      }),
    ),
    lists: Object.fromEntries(listsOfForm(policy).map(({ id }) => [id, summaries.get(id)?.rows ?? 0])),
    findings: findings.map((finding) => ({ ...finding, message: maskTelephones(finding.message) })),
    contradictory,
    assessment,
    materials: await Promise.all(
      materials.map(async ({ fileIds, revision: _revision, sealed: _sealed, ...material }) => {
        const files = await Promise.all(fileIds.map((id) => findFile(database, id)));
        return {
          ...material,
          verdictReason: material.verdictReason === null ? null : maskTelephones(material.verdictReason),
          files: files.flatMap((file) => (file === null ? [] : [describePaper(file)])),
        };
      }),
    ),
    recommendation: await describeRecommendation(services, papers),
  };
}

function describePaper(file: FileRow) {
  const { id, name, mediaType, size } = describeFile(file);
  return { id, name: maskTelephones(name), mediaType, size };
}

/** Annex 1 without those who were asked and their telephones. */
async function describeRecommendation(
  { database }: ProcedureServices,
  { row, policy }: OpenPapers,
): Promise<ReviewPapers["recommendation"]> {
  const { id } = row.application;
  const letter = await findRecommendationOf(database, id);
  const { assessment, measured, claimed, sampled } = await readStanding(database, id, policy);
  if (letter === null || assessment === null) return null;
  const { operation, performance, influence, finding, satisfactionExplanation } = assessment;
  return {
    documentNumber: letter.documentNumber,
    issuedOn: letter.issuedOn,
    opinion: maskTelephones(letter.opinion),
    operation: maskTelephones(operation),
    performance: maskTelephones(performance),
    influence: maskTelephones(influence),
    finding: finding.map(({ article, met, text }) => ({ article, met, text: maskTelephones(text) })),
    satisfactionExplanation: maskTelephones(satisfactionExplanation),
    measured: { satisfied: measured.satisfied, completed: measured.completed },
    claimed: { ...claimed },
    answers: sampled.flatMap(({ state, enterprise, rating, method }) =>
      state === "answered" ? [{ enterprise, rating, method }] : [],
    ),
  };
}

/** Some rows of a list without personal data and telephones; null where the form has no such list. */
export async function readRowsOfPapers(
  services: ProcedureServices,
  papers: OpenPapers,
  list: string,
  page: { offset: number; limit: number },
): Promise<RowsView | null> {
  const { row, policy, actor, grant } = papers;
  const read = await readRowsOfForm(services, { application: row.application, policy, actor, grant }, list, page);
  if (read === null) return null;
  await note(services, papers, `papers.${list}`);
  const { columns } = read.list;
  return {
    ...read,
    rows: read.rows.map((each) => ({ ...each, values: withoutTelephones(columns, each.values) as ShownValues })),
  };
}

/** A file of the case's materials; null where there is none. That it was read is noted. */
export async function findPaperFile(
  services: ProcedureServices,
  papers: OpenPapers,
  fileId: string,
): Promise<FileRow | null> {
  const files = await filesByMaterial(services.database, papers.row.application.id);
  if (![...files.values()].some((kept) => kept.some((file) => file.fileId === fileId))) return null;
  const file = await findFile(services.database, fileId);
  if (file !== null) await note(services, papers, `files.${fileId}`);
  return file;
}
