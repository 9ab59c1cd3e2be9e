import { randomUUID } from "node:crypto";
import type { CreateRound, EditRound, ExtendRound } from "@shifan/contract";
import type { Database } from "@shifan/db";
import {
  findRound,
  hasOtherRound,
  insertRound,
  insertRoundExtension,
  listRoundExtensions,
  listRounds,
  type RoundExtensionRow,
  type RoundRow,
  updateRound,
} from "@shifan/db";
import {
  type Actor,
  openActs,
  parseDate,
  permittingGrant,
  publicActor,
  type RoundContext,
  roundMachine,
} from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Plan } from "../acts/subject.ts";
import { fulfilObligation } from "../obligations/consequences.ts";
import { relationOfRound, roundContext, roundSubject } from "./subject.ts";

/** A round as its reader sees it. */
export type RoundView = { round: RoundRow; extensions: RoundExtensionRow[]; allowedActs: readonly string[] };

/** Days that do not exist, and a second deadline before the first. */
function checkDays(days: {
  submissionDeadline?: string | null | undefined;
  recommendationDeadline?: string | null | undefined;
}): InputErrors {
  const errors = (["submissionDeadline", "recommendationDeadline"] as const).flatMap((name) => {
    const day = days[name];
    return typeof day === "string" && parseDate(day) === undefined
      ? [{ path: `/${name}`, code: "no_such_day", message: "没有这一天，请再核对一下日期" }]
      : [];
  });
  const { submissionDeadline, recommendationDeadline } = days;
  if (
    errors.length === 0 &&
    submissionDeadline &&
    recommendationDeadline &&
    recommendationDeadline < submissionDeadline
  )
    errors.push({ path: "/recommendationDeadline", code: "order", message: "推荐截止日不能早于申报截止日" });
  return errors;
}

/** Makes the draft of a year's round. */
export async function createRound(
  services: ProcedureServices,
  actor: Actor,
  transaction: Database,
  request: CreateRound,
): Promise<CreationOutcome<RoundRow>> {
  const errors = checkDays(request);
  if (errors.length > 0) return invalid(...errors);
  const { policyId = services.defaultPolicy, year, ...settings } = request;
  if (!services.catalog.all().some(({ id }) => id === policyId)) {
    return invalid({ path: "/policyId", code: "unknown_policy", message: "没有这份办法" });
  }
  const at = services.clock.now();
  const policy = await policyOfRound(services.catalog, { policyId, policyVersion: null }, services.clock.today());
  const relation = relationOfRound({ state: "draft" });
  return performCreationIn(
    transaction,
    roundSubject(services),
    { actor, act: "create", relation, policy, at },
    {
      context: async (inside) => ({
        today: services.clock.today(),
        hasOtherRound: await hasOtherRound(inside, { policyId, year, except: null }),
        submissionDeadline: request.submissionDeadline,
        recommendationDeadline: request.recommendationDeadline,
        extendedTo: null,
        cases: null,
      }),
      write: async (inside) => {
        const row = await insertRound(inside, { id: randomUUID(), policyId, year, ...settings, at });
        return { row, result: row, fields: Object.keys(settings) };
      },
    },
  );
}

type RoundPlan = Plan<RoundRow, RoundRow["state"], RoundContext>;

function actOn(
  services: ProcedureServices,
  { actor, id, revision }: On<Actor>,
  act: string,
  write: RoundPlan["write"],
  options: {
    ground?: string;
    check?: (round: RoundRow) => InputErrors;
    extendedTo?: { submissionDeadline: string; recommendationDeadline: string };
  } = {},
): Promise<ActOutcome<RoundRow>> {
  const { ground = null, check, extendedTo = null } = options;
  return performAct(
    services.database,
    roundSubject(services),
    { actor, id, act, revision, ground, at: services.clock.now() },
    {
      check: async (_, round) => check?.(round) ?? [],
      context: (transaction, round) => roundContext(transaction, round, services.clock.today(), extendedTo),
      write,
    },
  );
}

/** Changes the draft of a round. */
export function editRound(services: ProcedureServices, on: On, changes: EditRound): Promise<ActOutcome<RoundRow>> {
  return actOn(
    services,
    on,
    "edit",
    async (transaction, round) => {
      const row = await updateRound(transaction, round.id, changes);
      return { row, result: row, fields: Object.keys(changes) };
    },
    { check: (round) => checkDays({ ...round, ...changes }) },
  );
}

/** Opens a round: its policy version is fixed from here on. Both windows must have their last day. */
export function openRound(services: ProcedureServices, on: On): Promise<ActOutcome<RoundRow>> {
  const checkWindows = (round: RoundRow): InputErrors => {
    const missing = (["submissionDeadline", "recommendationDeadline"] as const).filter(
      (name) => round.state === "draft" && round[name] === null,
    );
    return missing.map((name) => ({ path: `/${name}`, code: "required", message: "开放前要先定好这个截止日" }));
  };
  return actOn(
    services,
    on,
    "open",
    async (transaction, round, { to, policy }) => {
      const changes = { state: to, policyVersion: policy.version, openedOn: services.clock.today() };
      const row = await updateRound(transaction, round.id, changes);
      return { row, result: row, fields: Object.keys(changes) };
    },
    { check: checkWindows },
  );
}

/** Moves the ends of both windows forward, for all alike, with a notice and its reason. */
export function extendRound(
  services: ProcedureServices,
  on: On,
  { submissionDeadline, recommendationDeadline, reason, notice }: ExtendRound,
): Promise<ActOutcome<RoundRow>> {
  const extendedTo = { submissionDeadline, recommendationDeadline };
  return actOn(
    services,
    on,
    "extend",
    async (transaction, round, { to, at }) => {
      await insertRoundExtension(transaction, {
        roundId: round.id,
        at,
        reason,
        notice,
        submissionDeadlineBefore: round.submissionDeadline ?? submissionDeadline,
        recommendationDeadlineBefore: round.recommendationDeadline ?? recommendationDeadline,
        ...extendedTo,
      });
      // Only the districts' window moved: that of the applicants stays closed.
      const state = submissionDeadline < services.clock.today() ? round.state : to;
      const row = await updateRound(transaction, round.id, { state, ...extendedTo });
      return { row, result: row, fields: ["state", "submissionDeadline", "recommendationDeadline", "extensions"] };
    },
    { ground: reason, extendedTo, check: () => checkDays(extendedTo) },
  );
}

/** Cancels a round with its reason: it is not the year's any more. */
export function cancelRound(services: ProcedureServices, on: On, reason: string): Promise<ActOutcome<RoundRow>> {
  return actOn(
    services,
    on,
    "cancel",
    async (transaction, round, { to }) => {
      const row = await updateRound(transaction, round.id, { state: to, cancelledReason: reason });
      return { row, result: row, fields: ["state", "cancelledReason"] };
    },
    { ground: reason },
  );
}

/** Makes a cancelled round a draft again. */
export function reopenRound(services: ProcedureServices, on: On): Promise<ActOutcome<RoundRow>> {
  return actOn(services, on, "reopen", async (transaction, round, { to }) => {
    const row = await updateRound(transaction, round.id, { state: to, cancelledReason: null });
    return { row, result: row, fields: ["state", "cancelledReason"] };
  });
}

/** An act that moves a round on and changes nothing else: its cases are decided one by one, each by an act of its own. */
export function moveRound(
  services: ProcedureServices,
  on: On,
  act: "propose-list" | "revise-list" | "decide" | "archive",
): Promise<ActOutcome<RoundRow>> {
  return actOn(services, on, act, async (transaction, round, { to }) => {
    const row = await updateRound(transaction, round.id, { state: to });
    if (to === "decided") {
      // The year has had its round (第十四条).
      await fulfilObligation(services, transaction, {
        kind: "yearly_round",
        subject: "city",
        period: String(round.year),
        doneBy: round.id,
        doneOn: services.clock.today(),
        actor: on.actor,
      });
    }
    return { row, result: row, fields: ["state"] };
  });
}

/** The clock's own acts: a window whose last day has passed is closed. */
export function passRoundOn(services: ProcedureServices, actor: Actor, id: string, act: "close" | "begin-review") {
  return actOn(services, { actor, id, revision: null }, act, async (transaction, round, { to }) => {
    const row = await updateRound(transaction, round.id, { state: to });
    return { row, result: row, fields: ["state"] };
  });
}

/** One round; null when there is none that the reader may see. Whoever has an account and no role in force reads what everybody reads. */
export async function readRound({ database }: ProcedureServices, actor: Actor, id: string): Promise<RoundView | null> {
  const round = await findRound(database, id);
  const isRead = (by: Actor, row: RoundRow) => permittingGrant(by, "rounds", "read", relationOfRound(row)) !== null;
  if (round === null || !(isRead(actor, round) || isRead(publicActor, round))) return null;
  return viewOf(database, actor, round);
}

/** The rounds that the reader may see, newest first. */
export async function listVisibleRounds({ database }: ProcedureServices, actor: Actor): Promise<RoundView[]> {
  const withDrafts = permittingGrant(actor, "rounds", "read", relationOfRound({ state: "draft" })) !== null;
  const rows = await listRounds(database, { withDrafts, policyId: null });
  return Promise.all(rows.map((round) => viewOf(database, actor, round)));
}

/** The round with its extensions and what the actor may do to it. */
export async function viewOf(database: Database, actor: Actor, round: RoundRow): Promise<RoundView> {
  return {
    round,
    extensions: await listRoundExtensions(database, round.id),
    allowedActs: openActs(roundMachine, { state: round.state, relation: relationOfRound(round), actor }),
  };
}
