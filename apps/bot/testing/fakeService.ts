import type { IncomingMessage, ServerResponse } from "node:http";
import {
  chatInputSchema,
  claimRemindersSchema,
  claimUpdatesSchema,
  finishUpdateSchema,
  introduceBotSchema,
  type ProblemCode,
  problemCodes,
  releaseUpdateSchema,
  settleReminderSchema,
  storeUpdateSchema,
} from "@shifan/contract";
import { z } from "zod";
import { type Changes, createChanges } from "./changes.ts";
import { answerJson, readBody, serveTest, type TestServer } from "./httpServer.ts";
import { claimReminders, settleReminder } from "./reminderState.ts";
import { applyInput, claimUpdates, endLease, type ServiceState, storeUpdate } from "./serviceState.ts";

type ServiceFault = { code: ProblemCode; retryAfterSeconds?: number; paths?: string[] } | "cut";

export type FakeService = TestServer & {
  state: ServiceState;
  changes: Changes;
  /** Faults to come, once each, at the next calls of an operation. */
  fail: (operation: keyof typeof operations, ...faults: ServiceFault[]) => void;
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

type Operation = (state: ServiceState, body: unknown, subject: string) => [number, unknown];

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
  input: (state, body, chatId) => [200, { turn: applyInput(state, Number(chatId), chatInputSchema.parse(body)) }],
  done: (state, body, subject) => {
    const updateId = Number(subject);
    const { chatId, lease } = finishUpdateSchema.parse(body);
    const update = state.updates.find((one) => one.updateId === updateId);
    if (update === undefined || !endLease(state, chatId, lease)) throw new Refused({ code: "lease_lost" });
    update.done = true;
    return [200, {}];
  },
  release: (state, body, subject) => {
    const updateId = Number(subject);
    const { chatId, lease, retryAfterSeconds = 0 } = releaseUpdateSchema.parse(body);
    const update = state.updates.find((one) => one.updateId === updateId);
    if (update === undefined || !endLease(state, chatId, lease)) throw new Refused({ code: "lease_lost" });
    update.waitsUntil = state.now + retryAfterSeconds * 1_000;
    return [200, {}];
  },
  introduce: (state, body) => {
    state.bots.push(introduceBotSchema.parse(body).username);
    return [200, {}];
  },
  claimReminders: (state, body) => [
    200,
    {
      reminders: claimReminders(state, claimRemindersSchema.parse(body)),
      fullForMilliseconds: state.fullForMilliseconds ?? null,
    },
  ],
  settleReminder: (state, body, id) => {
    if (!settleReminder(state, id, settleReminderSchema.parse(body))) throw new Refused({ code: "lease_lost" });
    return [200, {}];
  },
} as const satisfies Record<string, Operation>;

function route(path: string): { operation: keyof typeof operations; subject: string } {
  const [, group, subject = "", last] = path.slice(root.length).split("/");
  const on = (operation: keyof typeof operations) => ({ operation, subject });
  if (group === "bot") return on("introduce");
  if (group === "reminders") return on(subject === "claim" ? "claimReminders" : "settleReminder");
  if (group === "chats") return on("input");
  if (subject === "") return on("store");
  if (subject === "claim") return on("claim");
  return on(last === "done" ? "done" : "release");
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
