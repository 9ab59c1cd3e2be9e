import { randomUUID } from "node:crypto";
import type { CommitSpotCheckDraw } from "@shifan/contract";
import {
  type Database,
  insertSpotCheckDraw,
  lockDrawableTitles,
  type SpotCheckDrawRow,
  updateSpotCheckDraw,
} from "@shifan/db";
import { drawSpotChecks, isDrawableShare, lifecycleDecimal, lifecycleFigure, mayEver } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import { newSeed, sha256 } from "../acts/seed.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDayToCome } from "../inspections/days.ts";
import { writePlan } from "../inspections/plan.ts";
import { relationOfDraw, spotCheckDrawSubject } from "./subject.ts";

export type DrawServices = ProcedureServices & { randomBytes: (length: number) => Uint8Array };

/** Puts the commitment to a seed on record, before it is known from whom will be drawn (第十三条, 抽查). */
export async function commitDraw(
  services: DrawServices,
  transaction: Database,
  actor: Person,
  { share, leastOfDistrict }: CommitSpotCheckDraw,
): Promise<CreationOutcome<SpotCheckDrawRow>> {
  const { clock, randomBytes } = services;
  const at = clock.now();
  if (share !== undefined && !isDrawableShare(share) && mayEver(actor, "spot_check_draws", "commit")) {
    return invalid({ path: "/share", code: "invalid", message: "写成大于0、不大于1的小数，最多六位，例如0.1" });
  }
  const policy = await policyInForce(services);
  const { document } = policy;
  return performCreationIn(
    transaction,
    spotCheckDrawSubject(services),
    { actor, act: "commit", relation: relationOfDraw, policy, at },
    {
      context: async () => ({ population: 0 }),
      write: async (inside) => {
        const row = await insertSpotCheckDraw(inside, {
          id: randomUUID(),
          year: Number(clock.today().slice(0, 4)),
          ...newSeed(randomBytes),
          share: share ?? lifecycleDecimal(document, "spot_check_share"),
          leastOfDistrict: leastOfDistrict ?? lifecycleFigure(document, "spot_check_least_of_district"),
          committedAt: at,
          committedBy: actor.userId,
        });
        return { row, result: row, fields: ["commitment", "share", "leastOfDistrict"] };
      },
    },
  );
}

/** Draws from the titles that stand today, and plans a spot check of each in the same transaction. */
export function drawFromTitles(
  services: DrawServices,
  on: On,
  plannedOn: string,
): Promise<ActOutcome<SpotCheckDrawRow>> {
  const { database, clock } = services;
  const today = clock.today();
  return performAct(
    database,
    spotCheckDrawSubject(services),
    { ...on, act: "draw", at: clock.now() },
    {
      check: async () => checkDayToCome(plannedOn, "/plannedOn", today),
      context: async (transaction) => ({ population: (await lockDrawableTitles(transaction, today)).length }),
      write: async (transaction, draw, { to, at }) => {
        const titles = await lockDrawableTitles(transaction, today);
        const population = titles.map(({ certificationId, district }) => ({ certificationId, district }));
        const drawn = drawSpotChecks({ ...draw, population }, sha256);
        const row = await updateSpotCheckDraw(transaction, draw.id, { state: to, population, drawn, drawnAt: at });
        const byId = new Map(titles.map(({ certificationId, ...title }) => [certificationId, title]));
        for (const id of drawn) {
          const title = byId.get(id);
          if (title === undefined) throw new Error(`the title ${id} was drawn from no population`);
          const plan = { kind: "spot_check" as const, title: { id, ...title }, plannedOn, drawId: draw.id };
          const planned = await writePlan(services, transaction, on.actor, { ...plan, complaintId: null });
          if (planned.kind !== "accepted") throw new Error(`the spot check of ${id} is not planned: ${planned.kind}`);
        }
        return { row, result: row, fields: ["state", "population", "drawn"] };
      },
    },
  );
}
