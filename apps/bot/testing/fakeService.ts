import type { IncomingMessage, ServerResponse } from "node:http";
import {
  chatInputSchema,
  claimUpdatesSchema,
  finishUpdateSchema,
  type ProblemCode,
  problemCodes,
  releaseUpdateSchema,
  storeUpdateSchema,
} from "@shifan/contract";
import { z } from "zod";
import { type Changes, createChanges } from "./changes.ts";
import { answerJson, readBody, serveTest, type TestServer } from "./httpServer.ts";
import { applyInput, claimUpdates, endLease, type ServiceState, storeUpdate } from "./serviceState.ts";

type ServiceFault = { code: ProblemCode; retryAfterSeconds?: number; paths?: string[] } | "cut";

export type FakeService = TestServer & {
  state: ServiceState;
  changes: Changes;
  /** Faults to come, once each, at the next calls of an operation. */
  fail: (operation: "store" | "claim" | "input" | "done" | "release", ...faults: ServiceFault[]) => void;
  /** Files that turns offer, by path. */
  files: Map<string, string>;
};

export const fakeServiceToken = "service-token-for-tests";
const root = "/api/v1/channels/telegram";

class Refused extends Error {
  readonly fault: Exclude<ServiceFault, "cut">;
  constructor(fault: Exclude<ServiceFault, "cut">) {
    super(fault.code);
    this.fault = fault;
  }
}

/** The API's Telegram routes, held to the contract's schemas, over HTTP and in memory. */
export async function startFakeService(state: ServiceState, port = 0): Promise<FakeService> {
  const changes = createChanges("the API");
  const faults = new Map<string, ServiceFault[]>();
  const files = new Map<string, string>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const file = files.get(path);
    if (file !== undefined) return void response.end(file);
    const body = await readBody(request);
    const { operation, subject } = route(path);
    const fault = faults.get(operation)?.shift();
    try {
      if (request.headers.authorization !== `Bearer ${fakeServiceToken}`) throw new Refused({ code: "unauthorized" });
      if (fault === "cut") return void response.destroy();
      if (fault !== undefined) throw new Refused(fault);
      const [status, answer] = operations[operation](state, JSON.parse(body), subject);
      answerJson(response, status, answer);
    } catch (error) {
      answerProblem(response, error);
    } finally {
      changes.tell();
    }
  }

  const server = await serveTest(handle, port);
  return {
    ...server,
    state,
    changes,
    files,
    fail: (operation, ...coming) => faults.set(operation, [...(faults.get(operation) ?? []), ...coming]),
  };
}

type Operation = (state: ServiceState, body: unknown, subject: number) => [number, unknown];

const operations = {
  store: (state, body) => {
    const { updateId, chatId, payload } = storeUpdateSchema.parse(body);
    const stored = storeUpdate(state, { updateId, chatId, payload });
    return [stored ? 201 : 200, { updateId, stored }];
  },
  claim: (state, body) => {
    const { limit, leaseSeconds } = claimUpdatesSchema.parse(body);
    return [200, { updates: claimUpdates(state, limit, leaseSeconds) }];
  },
  input: (state, body, chatId) => [200, { turn: applyInput(state, chatId, chatInputSchema.parse(body)) }],
  done: (state, body, updateId) => {
    const { chatId, lease } = finishUpdateSchema.parse(body);
    const update = state.updates.find((one) => one.updateId === updateId);
    if (update === undefined || !endLease(state, chatId, lease)) throw new Refused({ code: "lease_lost" });
    update.done = true;
    return [200, {}];
  },
  release: (state, body, updateId) => {
    const { chatId, lease, retryAfterSeconds = 0 } = releaseUpdateSchema.parse(body);
    const update = state.updates.find((one) => one.updateId === updateId);
    if (update === undefined || !endLease(state, chatId, lease)) throw new Refused({ code: "lease_lost" });
    update.waitsUntil = state.now + retryAfterSeconds * 1_000;
    return [200, {}];
  },
} as const satisfies Record<string, Operation>;

function route(path: string): { operation: keyof typeof operations; subject: number } {
  const [, group, first, second] = path.slice(root.length).split("/");
  if (group === "chats") return { operation: "input", subject: Number(first) };
  if (first === undefined) return { operation: "store", subject: 0 };
  if (first === "claim") return { operation: "claim", subject: 0 };
  return { operation: second === "done" ? "done" : "release", subject: Number(first) };
}

function answerProblem(response: ServerResponse, error: unknown): void {
  const fault = error instanceof Refused ? error.fault : asFault(error);
  const { status, title, detail } = problemCodes[fault.code];
  const errors = (fault.paths ?? []).map((path) => ({ path, code: "invalid", message: "请改一改" }));
  const problem = { type: "about:blank", status, title, detail, code: fault.code, requestId: "test", errors };
  const headers = fault.retryAfterSeconds === undefined ? {} : { "retry-after": String(fault.retryAfterSeconds) };
  answerJson(response, status, problem, headers);
}

function asFault(error: unknown): Exclude<ServiceFault, "cut"> {
  if (!(error instanceof z.ZodError)) throw error;
  return { code: "invalid_input", paths: error.issues.map((issue) => `/${issue.path.join("/")}`) };
}
