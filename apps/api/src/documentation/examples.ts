import { type FileDescription, type ProblemCode, type ProblemDocument, problemCodes } from "@shifan/contract";
import { createAuditKeys, makeCheckpoint, writeCheckpoint } from "@shifan/db";
import { listAnswers, presentTurn, startDialog, tellByArticle } from "@shifan/dialog";
import { assess, checkFacts, type Policy } from "@shifan/rules";
import { accountExamples } from "../accounts/examples.ts";
import { applicationFormExamples } from "../application-form/examples.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { describe, summarize } from "../policies/describe.ts";
import { auditExamples } from "./audit-examples.ts";
import { contactExamples } from "./contact-examples.ts";
import { deliveryExamples } from "./delivery-examples.ts";
import { funnelExamples } from "./funnel-examples.ts";
import { inspectionExamples } from "./inspection-examples.ts";
import { obligationExamples } from "./obligation-examples.ts";
import { officeExamples } from "./office-examples.ts";
import { overviewExamples } from "./overview-examples.ts";
import { procedureExamples } from "./procedure-examples.ts";
import { publicityExamples } from "./publicity-examples.ts";
import { recordActExamples } from "./record-act-examples.ts";
import { registerExamples } from "./register-examples.ts";
import { reminderExamples } from "./reminder-examples.ts";
import { reportExamples } from "./report-examples.ts";
import { reviewExamples } from "./review-examples.ts";
import { sanctionExamples } from "./sanction-examples.ts";
import { supervisionExamples } from "./supervision-examples.ts";
import { surveyExamples } from "./survey-examples.ts";
import { taskExamples } from "./task-examples.ts";

export type Examples = {
  /** By operationId: the request's body, and the bodies of its answers by status. */
  operations: Record<string, { request?: unknown; responses?: Record<string, unknown> }>;
  /** Answers that refuse, by status, alike for every operation. */
  refusals: Record<string, ProblemDocument>;
};

const asOf = "2026-06-10";
const facts = {
  is_independent_legal_person: true,
  registered_in_zhengzhou: true,
  total_assets_prev_year_end_yuan: "3200000.00",
  smes_served_prev_year: 96,
};
const instant = "2026-06-10T09:30:00+08:00";
const later = "2026-06-10T09:31:00+08:00";
const id = "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";
const update = { updateId: 815_004_711, chatId: 4_711 };

const exampleFile: FileDescription = {
  id,
  name: "2025年度审计报告.pdf",
  mediaType: "application/pdf",
  size: 1_843_200,
  sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  purpose: "material",
  target: "M06",
  uploadedAt: instant,
};

/** An example of every body, made by the product itself so that it is true. */
export function examplesOf({ catalog, defaultPolicy }: { catalog: PolicyCatalog; defaultPolicy: string }): Examples {
  const policy = catalog.all().findLast((version) => version.id === defaultPolicy) ?? catalog.all()[0];
  if (policy === undefined) throw new Error("no policy is published");
  const context = { policy, newerPolicy: null, today: asOf, round: null };
  const { state, turn } = startDialog(context);
  const assessment = exampleAssessment(policy);
  const ok = (body: unknown) => ({ 200: body });
  return {
    operations: {
      ...accountExamples(),
      ...contactExamples,
      ...procedureExamples(assessment),
      ...reviewExamples(policy, assessment),
      isAlive: { responses: ok({ status: "ok" }) },
      isReady: {
        responses: {
          200: exampleReadiness("ready", { ok: true, detail: "都已执行" }),
          503: exampleReadiness("not_ready", { ok: false, detail: "还没有执行：0001_append_only_policy_versions" }),
        },
      },
      readMetrics: { responses: ok('http_requests_total{method="GET",route="/healthz",status="200",ok="true"} 1\n') },
      describeAct: {
        responses: ok({
          resource: "applications",
          act: "transfer",
          label: "转给其他推荐部门",
          summary: "受理前转给另一个推荐部门",
          description: null,
          needsSecondPerson: false,
          body: { type: "object", properties: { district: { type: "string" }, reason: { type: "string" } } },
          example: { district: "410103", reason: "注册地在二七区" },
        }),
      },
      listPolicies: { responses: ok([summarize(policy.document)]) },
      readPolicy: { responses: ok(shorten(describe(policy.document))) },
      tellByArticle: { responses: ok(tellByArticle(policy.document, "证书几年有效？")) },
      evaluate: { request: { facts, asOf }, responses: ok(assessment) },
      beginChat: { request: { policyId: policy.id }, responses: { 201: { id, token: "9n8wRk2v…", turn } } },
      readChat: {
        responses: ok({
          turn: presentTurn(state, context),
          transcript: [{ n: 0, at: instant, said: null, messages: turn.messages }],
          answers: listAnswers(state, context),
        }),
      },
      sendChatInput: { request: { text: "一百六十万", seq: 1 }, responses: ok({ turn }) },
      ...applicationFormExamples,
      continueUpload: { request: "%PDF-1.7 …" },
      readFile: { responses: ok(exampleFile) },
      readFileContent: { responses: { 200: "%PDF-1.7 …", 206: "%PDF" } },
      storeTelegramUpdate: {
        request: { ...update, payload: { message: { text: "你好" } } },
        responses: {
          200: { updateId: update.updateId, stored: false },
          201: { updateId: update.updateId, stored: true },
        },
      },
      claimTelegramUpdates: {
        request: { limit: 10, leaseSeconds: 60, worker: "bot-1" },
        responses: ok({
          updates: [
            {
              ...update,
              payload: { message: { text: "你好" } },
              lease: 1,
              leaseUntil: later,
              attempts: 1,
              receivedAt: instant,
            },
          ],
        }),
      },
      finishTelegramUpdate: { request: { chatId: update.chatId, lease: 1 }, responses: ok({}) },
      releaseTelegramUpdate: {
        request: { chatId: update.chatId, lease: 1, retryAfterSeconds: 30 },
        responses: ok({}),
      },
      readAuditCheckpoint: { responses: ok(exampleCheckpoint()) },
      proveAuditEntry: {
        responses: ok({
          kind: "inclusion",
          entry: "019eaf26-8dc0-7000-8012-c5fb30bad13f",
          position: 0,
          leafHash: exampleCheckpoint().root,
          path: [],
          checkpoint: exampleCheckpoint(),
        }),
      },
      ...surveyExamples,
      ...taskExamples,
      ...reminderExamples,
      ...recordActExamples,
      ...officeExamples,
      ...overviewExamples,
      ...auditExamples,
      ...supervisionExamples,
      ...funnelExamples,
      ...publicityExamples,
      ...inspectionExamples,
      ...deliveryExamples,
      ...obligationExamples,
      ...registerExamples,
      ...reportExamples,
      ...sanctionExamples,
      sendTelegramInput: { request: { action: "start", seq: update.updateId }, responses: ok({ turn }) },
    },
    refusals: Object.fromEntries(
      (Object.keys(problemCodes) as ProblemCode[]).map((code) => [problemCodes[code].status, exampleProblem(code)]),
    ),
  };
}

function exampleAssessment(policy: Policy) {
  const checked = checkFacts(policy, facts);
  if (!checked.ok) throw new Error(`the example does not fit the policy: ${JSON.stringify(checked.errors)}`);
  return assess(policy, checked.facts, { asOf, round: null });
}

/** Of a tree of one entry, whose root is its leaf. */
function exampleCheckpoint() {
  const keys = createAuditKeys([Buffer.alloc(32, 1)]);
  const root = "bjQLnP-zepicpUTmu3gKLHiXHT-zNzh2hRGjBhevoB0";
  return writeCheckpoint(makeCheckpoint(keys, { size: 1, root, at: new Date(instant) }));
}

function exampleReadiness(status: string, migrations: { ok: boolean; detail: string }) {
  return {
    status,
    checks: { database: { ok: true, detail: "已连上" }, migrations, clock: { ok: true, detail: "与数据库相差0.0秒" } },
  };
}

/** One of each: the whole would be longer than all the rest of the page. */
function shorten(detail: ReturnType<typeof describe>) {
  const entries = Object.entries(detail).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.slice(0, 1) : value,
  ]);
  return { ...Object.fromEntries(entries), texts: Object.fromEntries(Object.entries(detail.texts).slice(0, 1)) };
}

function exampleProblem(code: ProblemCode): ProblemDocument {
  const { status, title, detail } = problemCodes[code];
  const errors = [{ path: "/facts/service_staff_count", code: "type", message: "“服务人员”应为整数" }];
  return {
    type: `/api/docs#${code}`,
    title,
    status,
    detail,
    code,
    requestId: "5f0c2d9be1a84c37",
    ...(code === "invalid_input" ? { errors } : {}),
  };
}
