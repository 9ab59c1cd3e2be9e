import { isDeepStrictEqual } from "node:util";
import { type Draw, drawFrom } from "../random.ts";
import { type Server, startServer } from "../server.ts";
import { inputOf, pair, type Written, writeUntilGone } from "./chat-writer.ts";

export interface FaultsProof {
  /** How often the server is killed. */
  readonly kills: number;
  readonly seed: number;
}

export interface FaultsFindings {
  readonly kills: number;
  readonly conversations: number;
  readonly acknowledged: number;
  /** Inputs that were on their way: not acknowledged, and there after all. Both is right, but never half of one. */
  readonly inFlight: { readonly kept: number; readonly gone: number };
  readonly slowestRestartMilliseconds: number;
}

/** Callers at the same time. */
const writers = 4;

/**
 * Kills the server (kill -9) at drawn moments under the load of chats, starts it again on its folder, and compares with what the clients were
 * told. @throws Error at the first answer that is lost, doubled or half there, and when the folder does not open
 */
export async function proveFaults(
  { kills, seed }: FaultsProof,
  say: (line: string) => void = () => {},
): Promise<FaultsFindings> {
  const draw = drawFrom(seed);
  const all: Written[] = [];
  const inFlight = { kept: 0, gone: 0 };
  let slowestRestartMilliseconds = 0;
  let server = await startServer();
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const written = await killUnderLoad(server, draw);
      const begun = performance.now();
      server = await server.again();
      slowestRestartMilliseconds = Math.max(slowestRestartMilliseconds, Math.round(performance.now() - begun));
      for (const each of written) {
        const outcome = await compare(each, server.url);
        if (outcome !== null) inFlight[outcome] += 1;
      }
      all.push(...written);
      say(
        `kill ${kill} of ${kills}: ${written.length} conversations, ${countOf(written)} acknowledged answers, all there`,
      );
    }
    // What survived one kill must survive the others.
    for (const each of all) await compare(each, server.url);
  } finally {
    await server.stop();
  }
  return { kills, conversations: all.length, acknowledged: countOf(all), inFlight, slowestRestartMilliseconds };
}

const countOf = (written: readonly Written[]) =>
  written.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);

/** Kills the server some milliseconds after a drawn number of answers; what the clients know then. */
async function killUnderLoad(server: Server, draw: Draw): Promise<Written[]> {
  let left = 5 + draw(60);
  const enough = Promise.withResolvers<void>();
  const count = () => {
    left -= 1;
    if (left === 0) enough.resolve();
  };
  const clients = Promise.all(Array.from({ length: writers }, () => writeUntilGone(server.url, count)));
  await Promise.race([enough.promise, clients]);
  await new Promise((resolve) => setTimeout(resolve, draw(25)));
  await server.kill();
  return (await clients).flat();
}

/** Compares one conversation with what its client was told, then sends again what was on its way. */
async function compare(written: Written, url: string): Promise<"kept" | "gone" | null> {
  const chat = written.chat.at(url);
  const { acknowledged } = written;
  const before = await chat.read();
  const kept = before.transcript.length - 1;
  const most = acknowledged.length + (written.inFlight ? 1 : 0);
  requireThat(kept >= acknowledged.length && kept <= most, `${kept} answers kept, ${acknowledged.length} acknowledged`);
  const numbers = before.transcript.map(({ n }) => n);
  requireThat(isDeepStrictEqual(numbers, [...numbers.keys()]), `the entries are numbered ${numbers}`);
  for (const [index, turn] of acknowledged.entries()) {
    const there = before.transcript[index + 1]?.messages;
    requireThat(
      isDeepStrictEqual(there, turn.messages),
      `answer ${index + 1} reads differently: ${JSON.stringify(there)}`,
    );
  }
  const recorded = pair.map((fact) => before.answers.find((answer) => answer.fact === fact)?.value);
  const last = kept === 0 ? undefined : kept;
  requireThat(
    recorded.every((value) => value === last),
    `the last answer is ${last}, on record is ${recorded}`,
  );
  if (!written.inFlight) return null;

  const turn = await chat.send(inputOf(acknowledged.length + 1));
  written.acknowledged.push(turn);
  written.inFlight = false;
  const { transcript } = await chat.read();
  requireThat(transcript.length === acknowledged.length + 1, `sent again it counts ${transcript.length - 1} times`);
  return kept === most ? "kept" : "gone";

  function requireThat(holds: boolean, what: string): void {
    if (!holds) throw new Error(`conversation ${written.chat.id}: ${what}`);
  }
}
