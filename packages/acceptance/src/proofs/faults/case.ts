import type { FormValues } from "@shifan/rules";
import type { Session } from "../../browser-session.ts";
import { type Read, read } from "../../procedure.ts";
import { type Kept, kept, type Outcome, settle } from "./kept.ts";

/** Who works on a case: the applicant at two browsers, and the district's officer. */
export interface Workers {
  readonly applicant: Session;
  readonly colleague: Session;
  readonly district: Session;
}

/** How an application stands. Every edit of the form and every act raises its revision by one. */
export interface Standing {
  readonly state: string;
  readonly receivedOn: string | null;
  readonly edits: number;
  readonly acts: number;
}

/** An application with everything around it, as its workers know it. */
export interface Case {
  readonly workers: Workers;
  readonly organizationPath: string;
  readonly applicationPath: string;
  readonly organization: Kept<OrganizationStanding>;
  readonly application: Kept<Standing>;
  readonly sections: Kept<Readonly<Record<string, Part>>>;
  readonly lists: Readonly<Record<string, Kept<readonly Part[]>>>;
  readonly papers: Kept<Readonly<Record<string, Paper>>>;
  readonly survey: Kept<SurveyStanding | null>;
  readonly uploads: Kept[];
}

/** A section, or a row of a list: what is filled in of it. */
export interface Part {
  readonly revision: number;
  readonly values: FormValues;
}

export interface Paper {
  readonly revision: number;
  readonly fileIds: readonly string[];
  readonly verdict: string | null;
}

export interface OrganizationStanding {
  readonly revision: number;
  readonly mandates: readonly {
    readonly state: string;
    readonly licenceFileId: string | null;
    readonly authorizationFileId: string | null;
  }[];
}

export interface SurveyStanding {
  readonly places: number;
  /** The rating by place. */
  readonly answers: Readonly<Record<number, string>>;
  readonly isAssessed: boolean;
}

/** A new case: a claimed organization, and a draft in which nothing is written. */
export function caseOf(
  workers: Workers,
  { organizationPath, applicationPath }: Pick<Case, "organizationPath" | "applicationPath">,
  lists: readonly string[],
): Case {
  const { applicant, district } = workers;
  const of = <Value>(what: string, value: Value, look: () => Promise<Value>) =>
    kept(`${what} of ${applicationPath}`, value, look);
  const noPapers = { licenceFileId: null, authorizationFileId: null };
  return {
    workers,
    organizationPath,
    applicationPath,
    organization: of("the organization", { revision: 2, mandates: [{ state: "claimed", ...noPapers }] }, () =>
      lookAtOrganization(applicant, organizationPath),
    ),
    application: of("the application", { state: "draft", receivedOn: null, edits: 0, acts: 0 }, () =>
      lookAtApplication(applicant, applicationPath),
    ),
    sections: of("sections", {}, () => lookAtSections(applicant, applicationPath)),
    lists: Object.fromEntries(
      lists.map((list) => [
        list,
        of(`the list ${list}`, [], () => lookAtRows(applicant, `${applicationPath}/form/lists/${list}`)),
      ]),
    ),
    papers: of("papers", {}, () => lookAtPapers(applicant, applicationPath)),
    survey: of("the survey", null, () => lookAtSurvey(district, applicationPath)),
    uploads: [],
  };
}

/** The application's revision by everything that was acknowledged. */
export const revisionOf = ({ application: { value } }: Case): number => 1 + value.edits + value.acts;

/** Notes that the application was edited, beside what was edited of it. */
export function countEdit({ application }: Case): void {
  application.value = { ...application.value, edits: application.value.edits + 1 };
}

/** Notes that something was done to the application that leaves its data as they are: an act, or a paper put in its place. */
export function countAct({ application }: Case): void {
  application.value = { ...application.value, acts: application.value.acts + 1 };
}

/**
 * Compares a case with what its workers were told: what they touched since the last time, or all of it. The application comes last: its counts
 * say that exactly those changes of its parts were made that are there.
 */
export async function settleCase(each: Case, which: "touched" | "all"): Promise<Outcome[]> {
  const parts = [each.organization, each.sections, ...Object.values(each.lists), each.papers, each.survey];
  const outcomes: (Outcome | null)[] = [];
  const asked = ([...parts, ...each.uploads] as Kept[]).filter(({ isTouched }) => which === "all" || isTouched);
  for (const part of [...asked, each.application]) outcomes.push(await settle(part as Kept));
  for (const { answers } of Object.values(each.workers) as Session[]) answers.length = 0;
  return outcomes.filter((outcome) => outcome !== null);
}

async function lookAtOrganization(session: Session, path: string): Promise<OrganizationStanding> {
  const { body } = await read<OrganizationStanding>(session, path);
  const mandates = body.mandates.map(({ state, licenceFileId, authorizationFileId }) => {
    return { state, licenceFileId, authorizationFileId };
  });
  return { revision: body.revision, mandates };
}

interface ApplicationBody {
  readonly state: string;
  readonly receivedOn: string | null;
  readonly dataVersion: number;
  readonly revision: number;
}

async function lookAtApplication(session: Session, path: string): Promise<Standing> {
  const { body, etag }: Read<ApplicationBody> = await read(session, path);
  const { state, receivedOn, dataVersion, revision } = body;
  if (etag !== `"${revision}"`) throw new Error(`${path} is revision ${revision} with the ETag ${etag}`);
  return { state, receivedOn, edits: dataVersion, acts: revision - 1 - dataVersion };
}

/** What is filled in of a part: what is left out and what is empty is the same. */
export function filledIn(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

async function lookAtSections(session: Session, path: string): Promise<Record<string, Part>> {
  const { body } = await read<{ sections: Record<string, Part> }>(session, `${path}/form`);
  const written = Object.entries(body.sections).filter(([, { revision }]) => revision > 0);
  return Object.fromEntries(written.map(([id, { revision, values }]) => [id, { revision, values: filledIn(values) }]));
}

async function lookAtRows(session: Session, path: string): Promise<Part[]> {
  const { body } = await read<Part[]>(session, `${path}?range=[0,499]`);
  return body.map(({ revision, values }) => ({ revision, values: filledIn(values) }));
}

async function lookAtPapers(session: Session, path: string): Promise<Record<string, Paper>> {
  const { body } = await read<{ materials: ({ id: string } & Paper)[] }>(session, `${path}/findings`);
  const there = body.materials.filter(({ revision }) => revision > 0);
  return Object.fromEntries(there.map(({ id, revision, fileIds, verdict }) => [id, { revision, fileIds, verdict }]));
}

async function lookAtSurvey(session: Session, path: string): Promise<SurveyStanding | null> {
  const { status, body } = await session.call(`${path}/survey`);
  if (status === 404) return null;
  const { sampled, assessment, draw } = body as {
    draw: object | null;
    assessment: object | null;
    sampled: { place: number; state: string; rating: string | null }[];
  };
  if (draw === null) return null;
  const answered = sampled.filter(({ state }) => state === "answered");
  return {
    places: sampled.length,
    answers: Object.fromEntries(answered.map(({ place, rating }) => [place, rating ?? ""])),
    isAssessed: assessment !== null,
  };
}
