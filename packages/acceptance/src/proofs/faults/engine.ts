import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Draw, drawFrom } from "../../random.ts";
import { type Server, startServer } from "../../server.ts";
import { settleCase } from "./case.ts";
import { settleChat } from "./chat-check.ts";
import { type Written, writeUntilGone } from "./chat-writer.ts";
import { Clients } from "./clients.ts";
import { ageUploads, requireFiles } from "./files-left.ts";
import type { Outcome } from "./kept.ts";
import { openRound, signInWorkers } from "./people.ts";
import type { Progress } from "./upload-file.ts";
import { prepareTrail } from "./verify-trail.ts";

export interface EngineProof {
  /** How often the server is killed. */
  readonly kills: number;
  readonly seed: number;
  /** Absent: the embedded database. */
  readonly databaseUrl?: string;
}

export interface EngineFindings {
  readonly engine: "embedded" | "postgresql";
  readonly kills: number;
  readonly conversations: number;
  readonly cases: { readonly worked: number; readonly finished: number };
  /** Answers of the chat, and changes of the procedure. */
  readonly acknowledged: { readonly answers: number; readonly changes: number };
  /** What was on its way at a kill: not acknowledged, and there after all, or not. Both is right, but never half of one. */
  readonly unanswered: { readonly kept: number; readonly gone: number };
  readonly files: { readonly stored: number; readonly sweptOfUnfinished: number };
  readonly slowestRestartMilliseconds: number;
}

/** Cases that are worked on, each by three people, and conversations that are held, at the same time. */
const workersAtOnce = 3;
const chatsAtOnce = 1;

/**
 * Kills the server (kill -9) at drawn moments under the load of the procedure and of chats, starts it again on its folder, and compares
 * everything that was acknowledged, the audit trail and the files with what is there.
 * @throws Error at the first thing that is lost, doubled or half there, and when the folder does not open
 */
export async function proveEngine(proof: EngineProof, say: (line: string) => void): Promise<EngineFindings> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "shifan-faults-"));
  try {
    return await proveIn(dataDirectory, proof, say);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function proveIn(
  dataDirectory: string,
  { kills, seed, databaseUrl }: EngineProof,
  say: (line: string) => void,
): Promise<EngineFindings> {
  const draw = drawFrom(seed);
  const place = databaseUrl === undefined ? { dataDirectory } : { dataDirectory, databaseUrl };
  let server = await startServer({ ...place, settings: { DEMO: "accounts" } });
  try {
    const roundId = await openRound(server.url);
    const workers = await signInWorkers(server.url, workersAtOnce);
    const countdown = new Countdown();
    const clients = new Clients(workers, { roundId, seed, onAcknowledged: countdown.tick });
    const chats: Written[] = [];
    const unanswered = { kept: 0, gone: 0 };
    let slowestRestartMilliseconds = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = clients.line.acknowledged;
      const written = await killUnderLoad(server, clients, countdown, draw);
      const verifyTrail = await prepareTrail(dataDirectory, databaseUrl);
      const begun = performance.now();
      server = await server.again();
      slowestRestartMilliseconds = Math.max(slowestRestartMilliseconds, Math.round(performance.now() - begun));
      const { url } = server;
      const [outcomes] = await Promise.all([settleAll(clients, written, url), verifyTrail()]);
      for (const outcome of outcomes) unanswered[outcome] += 1;
      chats.push(...written);
      const changes = clients.line.acknowledged - before;
      say(
        `kill ${kill} of ${kills}: ${countOf(written)} answers, ${changes} changes, all there; ${outcomes.length} unanswered`,
      );
      if (kill < kills) clients.line.restore();
    }
    clients.line.close();
    await clients.working;
    // What survived one kill must survive the others.
    for (const each of chats) await settleChat(each, server.url);
    for (const each of clients.cases) await settleCase(each, "all");
    await server.program.stop();
    const sweptOfUnfinished = await ageUploads(dataDirectory);
    const verifyTrail = await prepareTrail(dataDirectory, databaseUrl);
    server = await server.again();
    const contents = contentsOf(clients);
    await Promise.all([requireFiles(dataDirectory, contents), verifyTrail()]);
    return {
      engine: databaseUrl === undefined ? "embedded" : "postgresql",
      kills,
      conversations: chats.length,
      cases: { worked: clients.cases.length, finished: clients.finished.length },
      acknowledged: { answers: countOf(chats), changes: clients.line.acknowledged },
      unanswered,
      files: { stored: contents.size, sweptOfUnfinished },
      slowestRestartMilliseconds,
    };
  } finally {
    await server.stop();
  }
}

const countOf = (written: readonly Written[]) =>
  written.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);

/** Resolves after a number of changes that is set anew for each kill. */
class Countdown {
  #left = 0;
  #reached: PromiseWithResolvers<void> = Promise.withResolvers();

  begin(changes: number): Promise<void> {
    this.#left = changes;
    this.#reached = Promise.withResolvers();
    return this.#reached.promise;
  }

  tick = (): void => {
    this.#left -= 1;
    if (this.#left === 0) this.#reached.resolve();
  };
}

/** Kills the server some milliseconds after a drawn number of acknowledged changes; what the chats' clients know then. */
async function killUnderLoad(server: Server, clients: Clients, countdown: Countdown, draw: Draw): Promise<Written[]> {
  const enough = countdown.begin(5 + draw(50));
  const chats = Promise.all(Array.from({ length: chatsAtOnce }, () => writeUntilGone(server.url)));
  await Promise.race([enough, chats, clients.working]);
  await setTimeout(draw(25));
  clients.line.cut();
  await server.kill();
  await clients.line.quiet();
  return (await chats).flat();
}

async function settleAll(clients: Clients, written: readonly Written[], url: string): Promise<Outcome[]> {
  const outcomes: (Outcome | null)[] = await clients.settle();
  for (const each of written) outcomes.push(await settleChat(each, url));
  return outcomes.filter((outcome) => outcome !== null);
}

function contentsOf({ cases }: Clients): Set<string> {
  return new Set(cases.flatMap(({ uploads }) => uploads.flatMap(({ value }) => (value as Progress).sha256 ?? [])));
}
