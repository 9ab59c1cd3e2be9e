import type { CertifyApplication } from "@shifan/contract";
import {
  type ApplicationRow,
  type Database,
  listApplicationsById,
  listCertificationsLike,
  listPublishedCases,
  lockApplications,
  lockRound,
  updateCases,
} from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performOnEachIn } from "../acts/perform-on-each.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContexts } from "../applications/context.ts";
import { applicationSubject } from "../applications/subject.ts";
import { documentErrors } from "./document-errors.ts";
import { grantTitles } from "./grant.ts";

/** A case in the state in which the caller has seen it. */
type Seen = { readonly id: string; readonly revision: number | null };
type Outcome = ActOutcome<ApplicationRow>;

/** So many cases are certified in one transaction: enough to share what is looked up, few enough that nobody waits for long. */
const casesAtOnce = 100;

/**
 * Certifies a case (第十一条): after the last day of its publicity and with no objection open or upheld. The title comes into being in the same
 * transaction, with the next number of its round.
 */
export async function certifyApplication(
  services: ProcedureServices,
  { actor, ...seen }: On,
  body: CertifyApplication,
): Promise<Outcome> {
  const [outcome] = await certifyApplications(services, actor, [seen], body);
  return outcome ?? { kind: "unknown" };
}

/**
 * Certifies many cases in one document. Each is decided by itself; those of a round are written together, up to a hundred in one transaction.
 *
 * @returns the outcome of each, in their order
 */
export async function certifyApplications(
  services: ProcedureServices,
  actor: Actor,
  cases: readonly Seen[],
  body: CertifyApplication,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = cases.map(() => ({ kind: "unknown" }));
  const known = await listApplicationsById(
    services.database,
    cases.map(({ id }) => id),
  );
  const byId = new Map(known.map((application) => [application.id, application]));
  for (const part of partsOf(cases, byId)) {
    const done = await services.database.transaction((transaction) =>
      certifyPart(services, transaction, actor, part, body),
    );
    for (const { at, id } of part.cases) outcomes[at] = done.get(id) ?? { kind: "unknown" };
  }
  return outcomes;
}

type Part = {
  readonly roundId: string;
  readonly cases: (Seen & { readonly at: number })[];
  readonly organizations: Set<string>;
};

/**
 * The cases in parts of one round each. A second case of an organization comes in a later part, where the title of the first is on record; so does
 * one that is named twice, and finds that it has moved on.
 */
function partsOf(cases: readonly Seen[], byId: ReadonlyMap<string, ApplicationRow>): Part[] {
  const parts: Part[] = [];
  for (const [at, seen] of cases.entries()) {
    const application = byId.get(seen.id);
    if (application === undefined) continue;
    const { roundId, organizationId } = application;
    let part = parts.findLast((each) => each.roundId === roundId);
    if (part === undefined || part.cases.length >= casesAtOnce || part.organizations.has(organizationId)) {
      part = { roundId, cases: [], organizations: new Set() };
      parts.push(part);
    }
    part.cases.push({ ...seen, at });
    part.organizations.add(organizationId);
  }
  return parts;
}

async function certifyPart(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { roundId, cases }: Part,
  body: CertifyApplication,
): Promise<Map<string, Outcome>> {
  const { catalog, clock } = services;
  // The round goes first, as with every act that reaches several records of it: its titles are numbered one after the other.
  const round = await lockRound(transaction, roundId);
  if (round === null) throw new Error(`the round ${roundId} of an application is missing`);
  // An objection that is entered at this moment waits for its case, or has been written before the case is locked; what is on record is read after.
  const rows = await lockApplications(
    transaction,
    cases.map(({ id }) => id),
  );
  const policy = await policyOfRound(catalog, round, clock.today());
  const contextOf = await applicationContexts(services, transaction, round, rows, policy);
  const contexts = new Map(await Promise.all(rows.map(async (row) => [row.id, await contextOf(row)] as const)));
  const published = await listPublishedCases(
    transaction,
    rows.map(({ id }) => id),
  );
  const titles = await listCertificationsLike(transaction, {
    organizationIds: rows.map(({ organizationId }) => organizationId),
    certificateNumbers: [],
  });
  const revisions = new Map(cases.map(({ id, revision }) => [id, revision]));
  const at = clock.now();
  const request = { actor, act: "certify", ground: body.documentNumber, at };
  return performOnEachIn(transaction, applicationSubject(services), request, {
    rows,
    policy,
    revisionOf: ({ id }) => revisions.get(id) ?? null,
    errorsOf: (application) => {
      const publicity = contexts.get(application.id)?.publicity ?? null;
      const known = { application, publicity, listed: published.get(application.id), titles };
      return documentErrors(policy, known, body, clock.today());
    },
    contextOf: async (row) => contexts.get(row.id) ?? contextOf(row),
    write: async (accepted, to) => {
      await grantTitles(services, transaction, actor, { round, cases: accepted, published }, policy, body);
      const ids = accepted.map(({ id }) => id);
      const written = await updateCases(transaction, ids, at, { state: to, reason: null });
      return { rows: written, fields: ["state", "reason", "certification"] };
    },
  });
}
