import { randomUUID } from "node:crypto";
import type { AssignExperts } from "@shifan/contract";
import {
  type ApplicationRow,
  appendEntry,
  type Database,
  type ExpertRow,
  insertAppointment,
  insertReview,
  type PanelRow,
  stateOfPanel,
  writePanel,
} from "@shifan/db";
import { type ApplicationState, articleOfAct, drawOrder, type Policy, parseDate, scoreSheetOf } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { newSeed, sha256 } from "../acts/seed.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { actOnApplication } from "../applications/act.ts";
import { relationOfApplication } from "../applications/subject.ts";
import { relationOfReview, reviewSubject } from "../reviews/subject.ts";
import { type Candidate, exclusionReasons, listCandidates } from "./candidates.ts";
import type { PanelServices } from "./services.ts";
import { type PanelStanding, panelContext, readPanelStanding } from "./standing.ts";

const act = "assign-experts";

/** Everything that one appointment rests on, as it is read in its transaction. */
type Basis = { readonly standing: PanelStanding; readonly candidates: readonly Candidate[] };

async function readBasis(
  { clock }: ProcedureServices,
  transaction: Database,
  application: ApplicationRow,
  policy: Policy,
  request: AssignExperts,
): Promise<Basis> {
  // Nobody is appointed who would have nothing to score on.
  scoreSheetOf(policy.document);
  const standing = await readPanelStanding(transaction, application.id, policy);
  const fields = request.method === "draw" ? request.fields : [];
  const today = clock.today();
  return { standing, candidates: await listCandidates(transaction, application, { policy, standing, fields, today }) };
}

/** How many it takes until a panel is as large as the policy asks for, and odd; 0 where it is. */
function missingExperts({ assigned, minimum }: PanelStanding): number {
  const wanted = Math.max(minimum, assigned);
  return (wanted % 2 === 1 ? wanted : wanted + 1) - assigned;
}

/** How many a draw appoints: a panel that is whole grows by two. */
function drawnCount(count: number | undefined, standing: PanelStanding): number {
  return count ?? (missingExperts(standing) || 2);
}

/** Once somebody has locked a sheet the city knows a score, and may fill up what is missing but add nobody whose judgement it would rather have. */
function checkGrowth(request: AssignExperts, standing: PanelStanding): InputErrors {
  const joining = request.method === "draw" ? drawnCount(request.count, standing) : request.expertIds.length;
  const missing = missingExperts(standing);
  if (standing.submitted === 0 || joining === missing) return [];
  const path = request.method === "draw" ? "/count" : "/expertIds";
  const message = `已有专家提交评分，只能补足缺的名数，现在缺${missing}名`;
  return [{ path, code: "scores_known", message }];
}

function checkDueOn(dueOn: string | undefined, panel: PanelRow | null, today: string): InputErrors {
  if (dueOn === undefined) {
    return panel === null ? [{ path: "/dueOn", code: "required", message: "请写评分的最后一天" }] : [];
  }
  if (parseDate(dueOn) === undefined) {
    return [{ path: "/dueOn", code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
  }
  return dueOn < today ? [{ path: "/dueOn", code: "too_early", message: "不能早于今天" }] : [];
}

/** What stands in the way of choosing somebody, beside an interest in the case: that is a refusal, and names them. */
function checkChosen(expertIds: readonly string[], candidates: readonly Candidate[]): InputErrors {
  return expertIds.flatMap((id, at) => {
    const path = `/expertIds/${at}`;
    if (expertIds.indexOf(id) < at) return [{ path, code: "repeated", message: "同一位专家只写一次" }];
    const candidate = candidates.find(({ expert }) => expert.id === id);
    if (candidate === undefined) return [{ path, code: "unknown_expert", message: "专家库里没有这位在库的专家" }];
    const { exclusion, expert } = candidate;
    if (exclusion === null || exclusion === "employer") return [];
    return [{ path, code: exclusion, message: `${expert.name}：${exclusionReasons[exclusion]}` }];
  });
}

/**
 * Appoints experts for a case (第十一条), the first time and whenever somebody has recused themselves: by a draw that anybody can repeat from the
 * record, or by a choice with its reasons. Who works for the applicant, a partner or an investor is not drawn, and is refused when chosen.
 */
export function assignExperts(
  services: PanelServices,
  on: On,
  request: AssignExperts,
): Promise<ActOutcome<ApplicationRow>> {
  const { seed, commitment } = newSeed(services.randomBytes);
  const ground = request.method === "draw" ? `种子的SHA-256：${commitment}` : request.reasons;
  let basis: Basis | undefined;
  return actOnApplication(services, on, {
    act,
    ground,
    check: async (policy, transaction, application) => {
      if (application.state !== "received") return [];
      basis = await readBasis(services, transaction, application, policy, request);
      return [
        ...checkDueOn(request.dueOn, basis.standing.panel, services.clock.today()),
        ...(request.method === "choice" ? checkChosen(request.expertIds, basis.candidates) : []),
        ...checkGrowth(request, basis.standing),
      ];
    },
    adds: async (transaction, application, policy) => {
      basis ??= await readBasis(services, transaction, application, policy, request);
      const { standing, candidates } = basis;
      const free = candidates.filter(({ exclusion }) => exclusion === null).length;
      const chosen = request.method === "choice" ? chosenOf(request.expertIds, candidates) : [];
      const joining = request.method === "draw" ? Math.min(drawnCount(request.count, standing), free) : chosen.length;
      const conflicted = chosen.flatMap(({ expert, exclusion }) => (exclusion === "employer" ? [expert.name] : []));
      return { panel: panelContext(standing, { assigned: standing.assigned + joining, conflicted }) };
    },
    changes: async (transaction, application, decided) => {
      if (basis === undefined) throw new Error("experts are appointed before anybody has looked at the pool");
      const { standing, candidates } = basis;
      const note = notePanel(transaction, on, application, { ...decided, ground });
      const dueOn = request.dueOn ?? standing.panel?.dueOn;
      if (dueOn === undefined) throw new Error("a panel is begun without a last day");
      const before = standing.panel && (await stateOfPanel(transaction, application.id));
      const panel = await writePanel(transaction, application.id, dueOn);
      if (request.method === "draw") await note(["commitment"], { state: null, before: null }, null);
      const drawnFrom = candidates.filter(({ exclusion }) => exclusion === null).map(({ expert }) => expert);
      const appointed =
        request.method === "draw"
          ? drawnOf(seed, drawnFrom, drawnCount(request.count, standing))
          : chosenOf(request.expertIds, candidates).map(({ expert }) => expert);
      await insertAppointment(transaction, {
        applicationId: application.id,
        method: request.method,
        reasons: request.method === "choice" ? request.reasons : null,
        commitment: request.method === "draw" ? commitment : null,
        seed: request.method === "draw" ? seed : null,
        population: drawnFrom.map(({ id }) => id),
        excluded: candidates.flatMap(({ expert, exclusion }) =>
          exclusion === null ? [] : [{ expertId: expert.id, reason: exclusionReasons[exclusion] }],
        ),
        appointed: appointed.map(({ id }) => id),
        at: decided.at,
        by: on.actor.userId,
      });
      for (const expert of appointed) await beginReview(services, transaction, on, application, expert, decided);
      const state = await stateOfPanel(transaction, application.id);
      await note(["dueOn", "appointments"], { state, before }, panel.revision);
      return {};
    },
  });
}

function chosenOf(expertIds: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  return expertIds.flatMap((id) => candidates.find(({ expert }) => expert.id === id) ?? []);
}

/** The first of the order that the seed gives. */
function drawnOf(seed: string, population: readonly ExpertRow[], count: number): readonly ExpertRow[] {
  const order = drawOrder(
    seed,
    population.map(({ id }) => id),
    sha256,
  );
  return order.slice(0, count).flatMap((place) => population[place] ?? []);
}

async function beginReview(
  services: ProcedureServices,
  transaction: Database,
  { actor }: On,
  application: ApplicationRow,
  expert: ExpertRow,
  { policy, at }: Decided<ApplicationState>,
): Promise<void> {
  const { userId } = expert;
  if (userId === null) throw new Error("an expert without an account is appointed");
  const made = await performCreationIn(
    transaction,
    reviewSubject(services),
    { actor, act: "assign", relation: relationOfReview({ userId }), policy, at },
    {
      context: async () => ({ application: application.state }),
      write: async (inside, { to }) => {
        const review = { id: randomUUID(), applicationId: application.id, expertId: expert.id, userId, state: to, at };
        const row = { review: await insertReview(inside, review), reopened: [], application };
        return { row, result: row, fields: ["applicationId", "expertId", "userId", "state"] };
      },
    },
  );
  if (made.kind !== "accepted") throw new Error("an expert is appointed who cannot be given the review");
}

/** Notes in the trail what becomes of a panel. */
export function notePanel(
  transaction: Database,
  { actor }: On,
  application: ApplicationRow,
  decided: Pick<Decided<ApplicationState>, "grant" | "policy" | "at"> & { ground: string | null; act?: string },
) {
  const { grant, policy, at, ground, act: name = act } = decided;
  return (
    fields: readonly string[],
    states: { readonly state: unknown; readonly before: unknown },
    revision: number | null,
  ): Promise<string> =>
    appendEntry(transaction, {
      at,
      actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
      resource: "expert_panels",
      recordId: application.id,
      relation: relationOfApplication(application),
      act: name,
      outcome: "accepted",
      article: articleOfAct(policy.document, "applications", name),
      ground,
      fields,
      ...states,
      revision,
    });
}
