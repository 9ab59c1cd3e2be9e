import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenDatabase, openDatabase } from "@shifan/db";
import { startPostgresql } from "@shifan/db/testing";
import { type Contender, compare } from "./compare.ts";
import type { Findings } from "./report.ts";

/** The same work beside few and beside many. */
export interface Beside<Filled> {
  readonly small: number;
  readonly large: number;
  readonly rounds: number;
  /** How many times longer it may take beside many. */
  readonly limit: number;
  /** Fills an empty, migrated database with so many. */
  fill(opened: OpenDatabase, count: number): Promise<Filled>;
  /** What is done, in this order: a later one may build on what an earlier one left. */
  readonly turns: readonly (readonly [what: string, turn: (filled: Filled) => Contender["turn"]])[];
}

/** Whether work costs what it handles and not what lies beside it, on both engines. */
export async function benchBeside<Filled>(beside: Beside<Filled>): Promise<Pick<Findings, "times" | "limits">> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const server = await startPostgresql();
  try {
    const postgresql = await benchEngine(beside, "PostgreSQL", async () =>
      openDatabase({ url: await server.createDatabase() }),
    );
    const embedded = await benchEngine(beside, "embedded", (count) =>
      openDatabase({ directory: join(folder, String(count)) }),
    );
    return {
      times: [...postgresql.times, ...embedded.times],
      limits: [...postgresql.limits, ...embedded.limits],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEngine<Filled>(
  { small, large, rounds, limit, fill, turns }: Beside<Filled>,
  engine: string,
  open: (count: number) => Promise<OpenDatabase>,
): Promise<Pick<Findings, "times" | "limits">> {
  const opened: OpenDatabase[] = [];
  const openFilled = async (count: number) => {
    const one = await open(count);
    opened.push(one);
    return fill(one, count);
  };
  try {
    const [beside, besideMany] = [await openFilled(small), await openFilled(large)];
    const figures = [];
    for (const [what, turn] of turns) {
      const contenders = [
        { name: "small", turn: turn(beside) },
        { name: "large", turn: turn(besideMany) },
      ];
      const comparison = await compare(contenders, { rounds, leastMilliseconds: 20 });
      figures.push({ what: `${engine}, ${what}`, comparison });
    }
    return {
      times: figures.map(({ what, comparison }) => ({
        what: `${what}, beside ${large}`,
        microseconds: comparison.medianMicroseconds("large"),
      })),
      limits: figures.map(({ what, comparison }) => ({
        what: `${what}: beside ${large} ÷ beside ${small}`,
        figure: comparison.medianRatio("large", "small"),
        bound: "at most",
        limit,
        unit: "×",
      })),
    };
  } finally {
    for (const each of opened) await each.close();
  }
}
