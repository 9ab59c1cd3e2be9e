import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { isApiBuilt, startApi } from "./api-process.ts";
import { beginSession, type ChatSession, playScript, sendInput } from "./chat-load.ts";
import { bodyOf, type ChatScript, writeScript } from "./chat-script.ts";
import { type Contender, compare } from "./compare.ts";
import { type Findings, timesOf } from "./report.ts";
import { startServer } from "./server-process.ts";

const ROUNDS = 9;
const WARM_UP_ROUNDS = 3;
const CONNECTIONS = 8;
/** Each session is played once: a whole self-check has fewer inputs than a session may have in a minute. */
const SESSIONS_A_TURN = 8;

const API = "answer of the API";
const BARE = "answer of a bare Hono route";

const bareServer = fileURLToPath(new URL("./bare-chat-server.ts", import.meta.url));

/** What the conversation, the checks and the wording cost beside the read and the write of a chat answer. */
export async function benchChat(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const scriptFile = join(folder, "script.json");
  const script = writeScript();
  writeFileSync(scriptFile, JSON.stringify(script));
  const servers = [];
  try {
    const bare = await startServer([bareServer, join(folder, "bare"), scriptFile], {});
    servers.push(bare);
    const api = await startApi(join(folder, "api"));
    servers.push(api);
    const contender = async (name: string, origin: string): Promise<Contender> => {
      await checkAnswers(origin, script);
      const sessions = await beginSessions(origin);
      return {
        name,
        turn: () => playScript(origin, script, sessions.splice(0, SESSIONS_A_TURN), CONNECTIONS),
      };
    };
    const contenders = [await contender(API, api.origin), await contender(BARE, bare.origin)];
    const options = { rounds: ROUNDS, warmUpRounds: WARM_UP_ROUNDS, leastMilliseconds: 0 };
    const comparison = await compare(contenders, options);
    const throughput = (name: string) => Math.round(1_000_000 / comparison.medianMicroseconds(name));
    return {
      bench: `chat: whole self-checks of ${script.steps.length} answers, ${CONNECTIONS} connections`,
      times: timesOf(comparison, [API, BARE]),
      limits: [
        {
          what: "throughput of the API ÷ bare Hono route",
          figure: comparison.medianRatio(BARE, API),
          bound: "at least",
          limit: 0.7,
          unit: "×",
        },
      ],
      notes: [
        `${throughput(API)} answers/s of the API${isApiBuilt() ? "" : " (not built: from its sources)"}, ${throughput(BARE)} of the bare route`,
      ],
    };
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both must send and keep the same: a figure about speed means nothing without it. */
async function checkAnswers(origin: string, script: ChatScript): Promise<void> {
  const session = await beginSession(origin);
  for (const [n, step] of script.steps.entries()) {
    const turn = await sendInput(origin, session, bodyOf(step, n));
    if (!isDeepStrictEqual(turn, step.turn))
      throw new Error(`${origin} answers input ${n + 1} otherwise than the script`);
  }
}

async function beginSessions(origin: string): Promise<ChatSession[]> {
  const sessions: ChatSession[] = [];
  while (sessions.length < (WARM_UP_ROUNDS + ROUNDS) * SESSIONS_A_TURN) sessions.push(await beginSession(origin));
  return sessions;
}
