import type { SpotCheckDraw } from "@shifan/contract";
import { findSpotCheckDraw, listSpotCheckDraws, type RowsPage, type SpotCheckDrawRow, withinReach } from "@shifan/db";
import { type Actor, openActs, permittingGrant, reachableBy, spotCheckDrawMachine } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { relationOfDraw } from "./subject.ts";

const method =
  "抽取以前先公布种子的SHA-256。每个资格编号前加上种子和一个换行，取UTF-8文本的SHA-256，按十六进制从小到大排队；先给每个地区按队列取够最少家数，再按队列补足比例对应的家数（向上取整）。凭公布的种子、名单和比例，任何人都能重算。";

/** A draw as its readers see it: the seed only once it was used. */
export function describeDraw(actor: Actor, row: SpotCheckDrawRow): SpotCheckDraw {
  const { id, year, state, commitment, seed, share, leastOfDistrict, population, drawn, revision } = row;
  return {
    id,
    year,
    state,
    commitment,
    seed: state === "drawn" ? seed : null,
    share,
    leastOfDistrict,
    population: population === null ? null : [...population],
    drawn: drawn === null ? null : [...drawn],
    method,
    committedAt: formatInstant(row.committedAt),
    drawnAt: row.drawnAt === null ? null : formatInstant(row.drawnAt),
    revision,
    allowedActs: [...openActs(spotCheckDrawMachine, { state, relation: relationOfDraw, actor })],
  };
}

/** One draw; null where the reader may not know of it. */
export async function readDraw(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<SpotCheckDraw | null> {
  if (permittingGrant(actor, "spot_check_draws", "read", relationOfDraw) === null) return null;
  const row = await findSpotCheckDraw(database, id);
  return row === null ? null : describeDraw(actor, row);
}

/** A page of the draws that a reader may know of. */
export async function listVisibleDraws(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  page: RowsPage,
): Promise<{ draws: SpotCheckDraw[]; total: number; last: { createdAt: Date; id: string } | undefined }> {
  const within = withinReach(reachableBy(actor, "spot_check_draws", "read"), {});
  const { rows, total } = await listSpotCheckDraws(database, { within, page });
  const last = rows.at(-1);
  return {
    draws: rows.map((row) => describeDraw(actor, row)),
    total,
    last: last && { createdAt: last.committedAt, id: last.id },
  };
}
