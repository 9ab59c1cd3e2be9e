import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPolicyVersions, createPersonalKeys, type OpenDatabase } from "@shifan/db";
import type { PolicyDocument } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import type { OrganizationsOf, RecordEntry } from "../src/accounts/ports.ts";
import { createApp } from "../src/app.ts";
import { checkpointFileOf } from "../src/audit/checkpoint-file.ts";
import type { Channel } from "../src/channels/channel.ts";
import type { WechatPush } from "../src/channels/settings.ts";
import { type Clock, dayInShanghai } from "../src/clock.ts";
import { filePortsFrom } from "../src/connect.ts";
import { createPrinter } from "../src/documents/printer/printer.ts";
import { openFileServices } from "../src/files/open.ts";
import type { FileServices } from "../src/files/services.ts";
import { createLog } from "../src/log.ts";
import type { MailSender } from "../src/mail/mail.ts";
import { openPolicyCatalog } from "../src/policies/catalog.ts";
import { auditKeys } from "./audit-keys.ts";
import { quickHashes } from "./password-hashes.ts";

/** 2026-06-10 09:30 in Shanghai. */
export const morning = new Date("2026-06-10T01:30:00Z");
export const serviceToken = "a-service-token-for-tests";
export const policyId = "zhengzhou-sme-platform";

/** What the app of a test seals personal data with. */
export const testPersonalKeys = createPersonalKeys([Buffer.alloc(32, 1)]);

/** A clock that a test sets. `machine` goes along with it. */
export type SettableClock = Clock & { set(instant: Date): void; forward(seconds: number): void };

export function createSettableClock(start = morning): SettableClock {
  let instant = start;
  return {
    now: () => instant,
    today: () => dayInShanghai(instant),
    machine: () => instant,
    isReal: true,
    set: (to) => {
      instant = to;
    },
    forward: (seconds) => {
      instant = new Date(instant.getTime() + seconds * 1_000);
    },
  };
}

export type TestAppOptions = {
  opened: OpenDatabase;
  clock?: SettableClock;
  documents?: readonly PolicyDocument[];
  trustedProxies?: number;
  portalDirectory?: string;
  consoleDirectory?: string;
  demo?: boolean;
  publicUrl?: string;
  organizationsOf?: OrganizationsOf;
  recordEntry?: RecordEntry;
  /** Where files are kept; by default a folder that goes with the process. */
  dataDirectory?: string;
  files?: Partial<FileServices>;
  /** Keeps passwords as the product keeps them. */
  realPasswordHashes?: boolean;
  /** By default no mail goes out. */
  mail?: MailSender;
  /** By default nothing is reminded of but in the inbox. */
  channels?: readonly Channel[];
  /** By default nothing comes from an official account of WeChat. */
  wechatPush?: WechatPush;
};

let sharedDirectory: string | undefined;

function temporaryDirectory(): string {
  if (sharedDirectory === undefined) {
    const made = mkdtempSync(join(tmpdir(), "shifan-files-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    sharedDirectory = made;
  }
  return sharedDirectory;
}

/** The app on a database of the test. Several may stand on one database, like several processes. */
export async function createTestApp(options: TestAppOptions) {
  const { opened, clock = createSettableClock(), documents = shippedPolicies } = options;
  const { database } = opened;
  const log = createLog("silent");
  await addPolicyVersions(database, documents, clock.now());
  const catalog = await openPolicyCatalog({ database, machine: clock.machine, log, shipped: documents });
  const files = await openFileServices(
    {
      dataDirectory: options.dataDirectory ?? temporaryDirectory(),
      filesLocation: null,
      scanner: null,
      filesQuota: { files: 1_000, megabytes: 2_000 },
    },
    { database, clock },
  );
  const fileServices = { ...files, filePorts: filePortsFrom(database, clock), ...options.files };
  const app = createApp({
    ...fileServices,
    catalog,
    log,
    defaultPolicy: policyId,
    printer: createPrinter(),
    mail: options.mail ?? null,
    channels: new Map((options.channels ?? []).map((channel) => [channel.id, channel])),
    wechatPush: options.wechatPush ?? null,
    personalKeys: testPersonalKeys,
    auditPublicKeys: auditKeys.publicKeys,
    auditCheckpointFile: checkpointFileOf(options.dataDirectory ?? temporaryDirectory()),
    serviceToken,
    sessionSecret: "a-session-secret-for-tests",
    trustedProxies: options.trustedProxies ?? 1,
    publicUrl: options.publicUrl ?? "http://localhost:3000",
    demo: options.demo ?? false,
    ...(options.realPasswordHashes ? {} : { passwordHashes: quickHashes }),
    ...(options.organizationsOf === undefined ? {} : { organizationsOf: options.organizationsOf }),
    ...(options.recordEntry === undefined ? {} : { recordEntry: options.recordEntry }),
    portalDirectory: options.portalDirectory ?? "/nonexistent",
    consoleDirectory: options.consoleDirectory ?? "/nonexistent",
  });
  return { app, clock, catalog, database, fileServices };
}

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;

export type Answer = { status: number; headers: Headers; body: unknown };
export type Call = { method?: string; token?: string; headers?: Record<string, string>; body?: unknown; raw?: string };

/** One call, its answer read as JSON. */
export async function call({ app }: Pick<TestApp, "app">, path: string, options: Call = {}): Promise<Answer> {
  const { method, token, body, raw, headers = {} } = options;
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await app.request(path, {
    method: method ?? (text === undefined ? "GET" : "POST"),
    headers: {
      ...(text === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  });
  const answer = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
}
