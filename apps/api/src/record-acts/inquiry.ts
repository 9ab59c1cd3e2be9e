import { labelOfAct, type Obstacle, problemCodes, type RecordActs, roleLabels } from "@shifan/contract";
import {
  type Actor,
  actsOfOthers,
  articleOfRefusal,
  asksOfContext,
  isSettled,
  obstaclesTo,
  openActs,
  type Policy,
  permittingGrant,
  type Refusal,
  type Relation,
  type Resource,
  type Role,
} from "@shifan/rules";
import { refusalDetail } from "../acts/answer.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** A record, and what its acts would find on record if they were done now. */
export type Inquiry<Row, State extends string, Context> = {
  readonly subject: Subject<Row, State, Context>;
  readonly row: Row;
  /** What is on record for an act that brings nothing; looked up as the act itself does. */
  contextOf(act: string, policy: Policy): Promise<Context> | Context;
  /** The same with the best that the form of the act may bring: what is still refused then, nobody can fill in. */
  atBest?(context: Context): Context;
};

/** A record of any kind, for whoever asks what may be done to it. */
export type RecordInquiry = {
  readonly resource: Resource;
  readonly relation: Relation;
  describe(services: ProcedureServices, actor: Actor): Promise<Omit<RecordActs, "resource" | "id">>;
};

/** Those who read in the course of office: they are told whose turn it is. A unit is told of its case by its state, which may say less. */
const officeRoles: ReadonlySet<Role> = new Set<Role>(["district", "city", "auditor"]);

/** Closes over the types of a record. */
export function inquire<Row, State extends string, Context>(inquiry: Inquiry<Row, State, Context>): RecordInquiry {
  const { subject, row } = inquiry;
  const { machine } = subject;
  const { resource } = machine;
  const relation = subject.relationOf(row);
  const state = subject.stateOf(row);
  return {
    resource,
    relation,
    describe: async ({ database }, actor) => {
      const policy = await subject.policyOf(database, row);
      const named = (act: string) => ({
        act,
        label: labelOfAct(resource, act) ?? act,
        article: articleOf(policy, subject, row, act),
      });
      const acts: RecordActs["acts"] = [];
      for (const act of openActs(machine, { state, relation, actor })) {
        const standing = await standingOf(inquiry, policy, act);
        if (standing !== null) acts.push({ ...named(act), isOpen: standing.obstacles.length === 0, ...standing });
      }
      const reading = permittingGrant(actor, resource, "read", relation);
      const isOffice = reading !== null && officeRoles.has(reading.role);
      const others = isOffice ? actsOfOthers(machine, { state, relation, actor }) : [];
      return {
        revision: subject.revisionOf(row),
        acts,
        next: others.map(({ act, roles }) => ({ ...named(act), roles: [...roles], who: wordsFor(roles) })),
      };
    },
  };
}

/** An older edition of the policy may name no article for an act; the act itself says so when it is done. */
function articleOf<Row, State extends string, Context>(
  policy: Policy,
  { articleOf: ofRecord, machine }: Subject<Row, State, Context>,
  row: Row,
  act: string,
): string | null {
  if (ofRecord !== undefined) return ofRecord(policy, row, act);
  return policy.document.lifecycle.acts[`${machine.resource}.${act}`] ?? null;
}

/** How an act stands; null where it was done already, or is not for such a record. */
async function standingOf<Row, State extends string, Context>(
  { subject, row, contextOf, atBest }: Inquiry<Row, State, Context>,
  policy: Policy,
  act: string,
): Promise<{ obstacles: Obstacle[]; demands: Obstacle[] } | null> {
  const { machine } = subject;
  // Most acts ask nothing, and nothing is looked up for them.
  if (!asksOfContext(machine, act)) return { obstacles: [], demands: [] };
  const context = await contextOf(act, policy);
  const against = (asked: Context) => obstaclesTo(machine, { state: subject.stateOf(row), act, context: asked });
  const lasting = against(atBest?.(context) ?? context);
  if (lasting.some(isSettled)) return null;
  const obstacles = describeAll(policy, lasting);
  const known = new Set(obstacles.map(({ code }) => code));
  const demands = describeAll(policy, against(context)).filter(({ code }) => !known.has(code));
  return { obstacles, demands };
}

/** Each refusal once, in the words in which the act itself would be refused. */
function describeAll({ document }: Policy, refusals: readonly Refusal[]): Obstacle[] {
  const all = refusals.map(({ code, params }) => ({
    code,
    title: problemCodes[code].title,
    detail: refusalDetail(code, params),
    article: articleOfRefusal(document, code),
  }));
  return all.filter(
    (each, at) => all.findIndex(({ code, detail }) => code === each.code && detail === each.detail) === at,
  );
}

/** 申报单位 once, whether it holds a title or not. */
function wordsFor(roles: readonly Role[]): string {
  const told = roles.includes("applicant") ? roles.filter((role) => role !== "platform") : roles;
  return told.map((role) => roleLabels[role]).join("、");
}
