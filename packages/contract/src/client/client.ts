import type { Assessment } from "@shifan/rules";
import type { PasswordResetWays } from "../accounts.ts";
import type { PublicRegister, PublicTitle } from "../certifications.ts";
import type { ChatAnswer, ChatInput, ChatSession, ChatSessionCreated, CreateChatSession } from "../chat.ts";
import type { FileComplaint, Receipt } from "../complaints.ts";
import type { DemonstrationView } from "../demonstration.ts";
import type { BatchResult, Evaluation, EvaluationBatch } from "../evaluation.ts";
import type { PublicNotice, PublicNoticeSummary } from "../notices.ts";
import type { FilePublicObjection, ReceiptIssued } from "../objections.ts";
import type { PolicyDetail, PolicySummary, ToldArticle } from "../policies.ts";
import type { PublicRound } from "../rounds.ts";
import { reminderCalls } from "./reminders.ts";
import { type Connection, send } from "./send.ts";
import { sessionCalls } from "./sessions.ts";

/** What a channel keeps to go on with a conversation. */
export type SessionKey = { id: string; token: string };

/** The public API, typed. Carries no schema and no library, so that a page pays some 1 kB for it. */
export function createClient(connection: Connection) {
  const policyPath = (policyId: string) => `/api/v1/policies/${encodeURIComponent(policyId)}`;
  const sessionPath = (session: SessionKey) => `/api/v1/chat/sessions/${encodeURIComponent(session.id)}`;
  return {
    ...reminderCalls(connection),
    ...sessionCalls(connection),

    listPolicies: () => send<PolicySummary[]>(connection, { method: "GET", path: "/api/v1/policies" }),

    /** @param asOf the day whose version is wanted, YYYY-MM-DD; today in Shanghai when left out */
    readPolicy: (policyId: string, asOf?: string) =>
      send<PolicyDetail>(connection, {
        method: "GET",
        path: asOf === undefined ? policyPath(policyId) : `${policyPath(policyId)}?asOf=${encodeURIComponent(asOf)}`,
      }),

    /** A question about the law, answered in its own words. */
    tellByArticle: (policyId: string, question: string) =>
      send<ToldArticle>(connection, {
        method: "GET",
        path: `${policyPath(policyId)}/article-answer?question=${encodeURIComponent(question)}`,
      }),

    evaluate: (policyId: string, body: Evaluation) =>
      send<Assessment>(connection, { method: "POST", path: `${policyPath(policyId)}/evaluate`, body }),

    /** Up to 500 at once; one bad item refuses them all. */
    evaluateBatch: (policyId: string, body: EvaluationBatch) =>
      send<BatchResult>(connection, { method: "POST", path: `${policyPath(policyId)}/evaluate`, body }),

    /** @param idempotencyKey a random key; repeated with the same body it gives the same session instead of a second one */
    createChatSession: (body: CreateChatSession = {}, idempotencyKey?: string) =>
      send<ChatSessionCreated>(connection, {
        method: "POST",
        path: "/api/v1/chat/sessions",
        body,
        headers: idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey },
      }),

    readChatSession: (session: SessionKey) =>
      send<ChatSession>(connection, { method: "GET", path: sessionPath(session), token: session.token }),

    /** With `seq`, a call repeated after a lost answer gets the same turn and is not counted twice. */
    sendChatInput: (session: SessionKey, input: ChatInput) =>
      send<ChatAnswer>(connection, {
        method: "POST",
        path: `${sessionPath(session)}/inputs`,
        body: input,
        token: session.token,
      }),

    /** The rounds that are announced, the latest first. */
    listRounds: () => send<PublicRound[]>(connection, { method: "GET", path: "/api/v1/public/rounds" }),

    /** Titles of the public register, the latest to begin first; `query` is a part of a name or number, empty for all. */
    listPlatforms: ({ query, from, to }: { query: string; from: number; to: number }) => {
      const filter = query === "" ? {} : { q: query };
      const asked = new URLSearchParams({
        sort: '["validFrom","DESC"]',
        range: JSON.stringify([from, to]),
        filter: JSON.stringify(filter),
      });
      return send<PublicRegister>(connection, { method: "GET", path: `/api/v1/public/platforms?${asked}` });
    },

    /** The published notices, newest first. */
    listNotices: () => send<PublicNoticeSummary[]>(connection, { method: "GET", path: "/api/v1/public/notices" }),

    readNotice: (id: string) =>
      send<PublicNotice>(connection, { method: "GET", path: `/api/v1/public/notices/${encodeURIComponent(id)}` }),

    /**
     * Objects to a case of a publicity.
     *
     * @param idempotencyKey a random key; repeated with the same body it gives the same receipt instead of a second objection
     */
    fileObjection: (noticeId: string, body: FilePublicObjection, idempotencyKey: string) =>
      send<ReceiptIssued>(connection, {
        method: "POST",
        path: `/api/v1/public/notices/${encodeURIComponent(noticeId)}/objections`,
        body,
        headers: { "idempotency-key": idempotencyKey },
      }),

    /**
     * Complains about a platform, the procedure or staff.
     *
     * @param idempotencyKey a random key; repeated with the same body it gives the same receipt instead of a second complaint
     */
    fileComplaint: (body: FileComplaint, idempotencyKey: string) =>
      send<ReceiptIssued>(connection, {
        method: "POST",
        path: "/api/v1/public/complaints",
        body,
        headers: { "idempotency-key": idempotencyKey },
      }),

    /** How far an objection or a complaint has come. Rejects with `unknown_receipt` for a number that was never given out. */
    readReceipt: (number: string) =>
      send<Receipt>(connection, { method: "GET", path: `/api/v1/public/receipts/${encodeURIComponent(number)}` }),

    /** What there is for whoever forgot the password. */
    readPasswordResetWays: () =>
      send<PasswordResetWays>(connection, { method: "GET", path: "/api/v1/auth/password-reset-ways" }),

    /** Asks for a link to be sent. The answer is the same whether there is such an account or not. */
    requestPasswordReset: (email: string) =>
      send<object>(connection, { method: "POST", path: "/api/v1/auth/request-password-reset", body: { email } }),

    /** Sets a new password with the token of a link. Rejects with `unknown_reset_link` when it is used or too old. */
    resetPassword: (token: string, newPassword: string) =>
      send<object>(connection, {
        method: "POST",
        path: "/api/v1/auth/reset-password",
        body: { token, newPassword },
      }),

    /** Whether this is a demonstration, and how far its data are. */
    readDemonstration: () =>
      send<DemonstrationView>(connection, { method: "GET", path: "/api/v1/public/demonstration" }),

    /** How the certificate with a number stands today. Rejects with `certificate_not_found` when it is not on record. */
    checkCertificate: (number: string) =>
      send<PublicTitle>(connection, {
        method: "GET",
        path: `/api/v1/public/certificates/${encodeURIComponent(number)}`,
      }),
  };
}

export type Client = ReturnType<typeof createClient>;
