import { completeApplicant } from "@shifan/rules/testing";
import fc from "fast-check";
import { beginChat, type Turn } from "../chat.ts";
import { policyId } from "../evaluation.ts";
import { type Answer, request } from "../http.ts";
import { type Server, startServer } from "../server.ts";
import { byFacts, type Facts } from "../speaker.ts";

export interface LoadProof {
  /** Conversations of each kind of load; evaluations are ten times as many. */
  readonly size: number;
  readonly seed: number;
}

/** What one kind of request came to: how many, how fast, and how long one waited (milliseconds). */
export interface Figures {
  readonly requests: number;
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
}

export interface LoadFindings {
  readonly callers: number;
  readonly conversationsToTheEnd: number;
  readonly answers: Figures;
  readonly evaluations: Figures;
  readonly batchesOf500: Figures;
  readonly residentMegabytesAfterwards: number;
}

/** Callers at the same time, on the same machine as the server. */
const callers = 8;

/**
 * Holds whole conversations and evaluates applicants, a bounded number at a bounded concurrency, over loopback.
 * @throws Error at any answer but a good one
 */
export async function proveLoad(
  { size, seed }: LoadProof,
  say: (line: string) => void = () => {},
): Promise<LoadFindings> {
  // As behind a reverse proxy, so that the load comes from many addresses and not from one that is held back.
  const server = await startServer({ settings: { TRUST_PROXY: "1" } });
  try {
    const applicants = fc.sample(completeApplicant(), { numRuns: 100, seed });
    const applicant = (index: number) => applicants[index % applicants.length] as Facts;
    const answers = await measure(size, (index, time) => converse(server, applicant(index), time));
    say(`${size} conversations: ${spell(answers)}`);
    const evaluations = await measure(10 * size, (index, time) =>
      time(() => evaluate(server, index, { facts: applicant(index) })),
    );
    say(`evaluations: ${spell(evaluations)}`);
    const items = Array.from({ length: 500 }, (_, index) => ({ facts: applicant(index) }));
    const batchesOf500 = await measure(Math.ceil(size / 10), (index, time) =>
      time(() => evaluate(server, index, { items })),
    );
    say(`batches of 500: ${spell(batchesOf500)}`);
    const residentMegabytesAfterwards = await readMemory(server);
    return { callers, conversationsToTheEnd: size, answers, evaluations, batchesOf500, residentMegabytesAfterwards };
  } finally {
    await server.stop();
  }
}

type Time = <Result>(call: () => Promise<Result>) => Promise<Result>;

/** Runs the tasks, so many at the same time, and measures every call that they time. */
async function measure(tasks: number, run: (index: number, time: Time) => Promise<unknown>): Promise<Figures> {
  const waits: number[] = [];
  const time: Time = async (call) => {
    const begun = performance.now();
    const result = await call();
    waits.push(performance.now() - begun);
    return result;
  };
  let next = 0;
  const begun = performance.now();
  const work = async () => {
    while (next < tasks) await run(next++, time);
  };
  await Promise.all(Array.from({ length: callers }, work));
  const seconds = (performance.now() - begun) / 1_000;
  return figuresOf(waits, seconds);
}

function figuresOf(waits: number[], seconds: number): Figures {
  waits.sort((left, right) => left - right);
  const at = (share: number) =>
    Number((waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0).toFixed(1));
  return {
    requests: waits.length,
    perSecond: Number((waits.length / seconds).toFixed(1)),
    median: at(0.5),
    p99: at(0.99),
    slowest: at(1),
  };
}

const spell = ({ requests, perSecond, median, p99 }: Figures) =>
  `${requests} requests, ${perSecond}/s, median ${median} ms, 99 % within ${p99} ms`;

async function converse(server: Server, applicant: Facts, time: Time): Promise<void> {
  const chat = await beginChat(server.url);
  const respond = byFacts(applicant);
  while (chat.turn.question !== null) {
    // Not checked against its published shape: that would be our time and not the server's.
    const { status, body } = await time(() => chat.try(respond(chat.turn)));
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    chat.turn = (body as { turn: Turn }).turn;
  }
  if (chat.turn.assessment === null) throw new Error("a conversation ended without a result");
}

async function evaluate(server: Server, index: number, json: unknown): Promise<Answer> {
  const headers = { "x-forwarded-for": `198.51.${Math.floor(index / 100) % 256}.7` };
  const answer = await request(`${server.url}/api/v1/policies/${policyId}/evaluate`, { json, headers });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

async function readMemory(server: Server): Promise<number> {
  const { body } = await request(`${server.url}/metrics`);
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(String(body))?.[1];
  return Math.round(Number(bytes) / 1_000_000);
}
