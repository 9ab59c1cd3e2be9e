import { randomBytes, randomUUID } from "node:crypto";
import { type Database, isNoText, type PersonalKeys } from "@shifan/db";
import { PolicyIncomplete } from "@shifan/rules";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { createAuthentication } from "./accounts/authentication.ts";
import { forgottenPasswordRoutes } from "./accounts/forgotten-password/routes.ts";
import { meRoutes } from "./accounts/me-routes.ts";
import { type PasswordHashes, scryptHashes } from "./accounts/password-hashes.ts";
import type { OrganizationsOf, RecordEntry } from "./accounts/ports.ts";
import { authenticationRoutes } from "./accounts/routes.ts";
import { readSession } from "./accounts/session.ts";
import { userRoutes } from "./accounts/users/routes.ts";
import { applicationChangeRoutes } from "./application-changes/routes.ts";
import { applicationDocumentRoutes } from "./application-documents/routes.ts";
import { applicationFormRoutes } from "./application-form/routes.ts";
import { applicationSelfCheckRoutes } from "./application-self-check/routes.ts";
import { cityRoutes } from "./applications/city-routes.ts";
import { applicationRoutes } from "./applications/routes.ts";
import { auditEntryRoutes } from "./audit/entry-routes.ts";
import { auditHistoryRoutes } from "./audit/history/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { auditVerificationRoutes } from "./audit/verification-routes.ts";
import { publicRegisterRoutes } from "./certifications/public-routes.ts";
import { certificationRoutes } from "./certifications/routes.ts";
import type { Channel, SentChannel } from "./channels/channel.ts";
import type { WechatPush } from "./channels/settings.ts";
import { telegramReminderRoutes } from "./channels/telegram/reminder-routes.ts";
import { telegramRoutes } from "./channels/telegram/routes.ts";
import { wechatPushRoutes } from "./channels/wechat/push/routes.ts";
import { chatReportRoutes } from "./chat/report-routes.ts";
import { chatRoutes } from "./chat/routes.ts";
import type { ChatServices } from "./chat/services.ts";
import { complaintRoutes } from "./complaints/routes.ts";
import { mayServeAsMandatePaper, organizationsFrom, recordAccountEntry } from "./connect.ts";
import { deliveryRoutes } from "./deliveries/routes.ts";
import type { ReadProgress } from "./demonstration/progress.ts";
import { demonstrationRoutes } from "./demonstration/routes.ts";
import { documentationRoutes } from "./documentation/routes.ts";
import type { Printer } from "./documents/printer/printer.ts";
import { dossierRoutes } from "./dossiers/routes.ts";
import { evaluationRoutes } from "./evaluation/routes.ts";
import { expertRoutes } from "./experts/routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { fileRoutes } from "./files/routes.ts";
import type { FileServices } from "./files/services.ts";
import { holidayRoutes } from "./holidays/routes.ts";
import { allowedMethods } from "./http/allowed-methods.ts";
import { securityHeaders } from "./http/headers.ts";
import { problem } from "./http/problem.ts";
import { createRouter } from "./http/router.ts";
import { groundsRoutes } from "./inspections/grounds-routes.ts";
import { inspectionRoutes } from "./inspections/routes.ts";
import { publicInterpretationRoutes } from "./interpretations/public-routes.ts";
import { interpretationRoutes } from "./interpretations/routes.ts";
import type { Log } from "./log.ts";
import type { MailSender } from "./mail/mail.ts";
import { matterRoutes } from "./matters/routes.ts";
import { publicityDraftRoutes } from "./notices/draft-routes.ts";
import { publicNoticeRoutes } from "./notices/public-routes.ts";
import { noticeRoutes } from "./notices/routes.ts";
import { objectionRoutes } from "./objections/routes.ts";
import { obligationRoutes } from "./obligations/routes.ts";
import { officeGroupRoutes } from "./office-groups/routes.ts";
import { organizationChangeRoutes } from "./organization-changes/routes.ts";
import { organizationDocumentRoutes } from "./organization-documents/routes.ts";
import { organizationRoutes } from "./organizations/routes.ts";
import { overviewRoutes } from "./overview/routes.ts";
import { packageRoutes } from "./packages/routes.ts";
import { consoleRoutes } from "./pages/console.ts";
import { portalRoutes } from "./pages/portal.ts";
import { panelRoutes } from "./panels/routes.ts";
import { inspectionPaperRoutes } from "./papers/inspection-routes.ts";
import { letterRoutes } from "./papers/letter-routes.ts";
import { organizationChangePaperRoutes } from "./papers/organization-change.ts";
import { paperRoutes } from "./papers/routes.ts";
import { sanctionPaperRoutes } from "./papers/sanction-routes.ts";
import { supervisionPaperRoutes } from "./papers/supervision-routes.ts";
import { describeMissing } from "./policies/describe-missing.ts";
import { policyRoutes } from "./policies/routes.ts";
import { receiptRoutes } from "./receipts/routes.ts";
import { recommendationRoutes } from "./recommendations/routes.ts";
import { recordActRoutes } from "./record-acts/routes.ts";
import { reminderAnswerRoutes } from "./reminders/reader/answer-routes.ts";
import { reminderRoutes } from "./reminders/reader/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { reviewRoutes } from "./reviews/routes.ts";
import { roundFunnelRoutes } from "./round-funnels/routes.ts";
import { createAnnouncedRounds } from "./rounds/announced.ts";
import { roundRoutes } from "./rounds/routes.ts";
import { sanctionRoutes } from "./sanctions/routes.ts";
import { savedQueryRoutes } from "./saved-queries/routes.ts";
import { servedListRoutes } from "./served-lists/routes.ts";
import { spotCheckDrawRoutes } from "./spot-check-draws/routes.ts";
import { staffNoteRoutes } from "./staff-notes/routes.ts";
import { supervisionStatisticsRoutes } from "./supervision-statistics/routes.ts";
import { surveyRoutes } from "./surveys/routes.ts";
import { judgeReadiness } from "./system/readiness.ts";
import { systemRoutes } from "./system/routes.ts";
import { taskRoutes } from "./tasks/routes.ts";
import { uploadLinkRoutes } from "./upload-links/routes.ts";

export type AppServices = Omit<ChatServices, "announcedRounds"> &
  FileServices & {
    log: Log;
    serviceToken: string;
    trustedProxies: number;
    publicUrl: string;
    /** Demonstration data and accounts. */
    demo: boolean;
    /** By default there is no city to be made. */
    demonstrationProgress?: ReadProgress;
    printer: Printer;
    /** The keys of the audit trail that are believed. */
    auditPublicKeys: readonly string[];
    /** Where this process keeps the checkpoints outside of the database. */
    auditCheckpointFile: string;
    /** Null: no mail goes out. */
    mail: MailSender | null;
    /** By which reminders are sent; those of which nothing is set are not among them. */
    channels: ReadonlyMap<SentChannel, Channel>;
    /** Null: what is written to an official account of WeChat does not come here. */
    wechatPush: WechatPush | null;
    /** What seals and opens personal data. */
    personalKeys: PersonalKeys;
    /** By default scrypt. */
    passwordHashes?: PasswordHashes;
    /** By default whoever has a mandate. */
    organizationsOf?: OrganizationsOf;
    /** By default the audit trail. */
    recordEntry?: RecordEntry;
    /** Where the built portal lies. */
    portalDirectory: string;
    /** Where the built console lies. */
    consoleDirectory: string;
    /** Whether the metrics tell of the process as well; once in a process. */
    processMetrics?: boolean;
  };

/** The whole app: every address, and what happens to a request that none of them takes. */
export function createApp(services: AppServices) {
  const { log } = services;
  const { database } = services;
  const announcedRounds = createAnnouncedRounds({ database, machine: services.clock.machine });
  const chatServices = { ...services, announcedRounds };
  const authenticationServices = { ...services, passwordHashes: services.passwordHashes ?? scryptHashes };
  const accountServices = {
    ...authenticationServices,
    authentication: createAuthentication(authenticationServices),
    authenticationOn: (transaction: Database) =>
      createAuthentication({ ...authenticationServices, database: transaction }),
    organizationsOf: services.organizationsOf ?? organizationsFrom(database),
    recordEntry: services.recordEntry ?? recordAccountEntry,
    isDistrict: (id: string) =>
      services.catalog.all().some(({ document }) => document.districts.some((district) => district.id === id)),
  };
  const app = createRouter();
  const system = systemRoutes({
    readiness: () => judgeReadiness(services),
    processMetrics: services.processMetrics ?? false,
  });
  const portal = portalRoutes(services.portalDirectory);

  app.use(async (context, next) => {
    const requestId = randomUUID();
    context.set("requestId", requestId);
    context.header("x-request-id", requestId);
    await next();
    log.info({ requestId, method: context.req.method, status: context.res.status }, "answered");
  });
  app.use(securityHeaders);
  app.use(system.registerMetrics);
  app.use("/api/v1/*", readSession(accountServices));

  app.route("/", system.router);
  app.route(
    "/",
    demonstrationRoutes({ demo: services.demo, readProgress: services.demonstrationProgress ?? (() => null) }),
  );
  app.route("/", policyRoutes(services));
  app.route("/", evaluationRoutes(services));
  app.route("/", chatRoutes(chatServices));
  app.route("/", chatReportRoutes(chatServices));
  app.route("/", telegramRoutes(chatServices));
  app.route("/", telegramReminderRoutes(services));
  app.route("/", authenticationRoutes(accountServices));
  app.route("/", forgottenPasswordRoutes(accountServices));
  app.route("/", reminderRoutes(services));
  app.route("/", meRoutes({ ...accountServices, channels: services.channels }));
  app.route("/", fileRoutes(services));
  app.route("/", roundRoutes(services));
  app.route("/", roundFunnelRoutes(services));
  app.route("/", cityRoutes(services));
  app.route("/", applicationRoutes(services));
  app.route("/", applicationChangeRoutes(services));
  app.route("/", applicationSelfCheckRoutes(chatServices));
  app.route("/", applicationDocumentRoutes(services));
  app.route("/", publicRegisterRoutes(services));
  app.route("/", letterRoutes(services));
  app.route("/", paperRoutes(services));
  app.route("/", sanctionPaperRoutes(services));
  app.route("/", organizationChangePaperRoutes(services));
  app.route("/", dossierRoutes(services));
  app.route("/", certificationRoutes(services));
  app.route("/", organizationRoutes({ ...services, mayServeAsMandatePaper }));
  app.route("/", organizationDocumentRoutes(services));
  app.route("/", userRoutes(accountServices));
  app.route("/", auditRoutes(services));
  app.route("/", auditEntryRoutes(services));
  app.route("/", auditHistoryRoutes(services));
  app.route("/", auditVerificationRoutes(services));
  app.route("/", surveyRoutes({ ...services, randomBytes }));
  app.route("/", recommendationRoutes(services));
  app.route("/", expertRoutes(services));
  app.route("/", panelRoutes({ ...services, randomBytes }));
  app.route("/", reviewRoutes(services));
  app.route("/", holidayRoutes(services));
  app.route("/", obligationRoutes(services));
  app.route("/", supervisionStatisticsRoutes(services));
  app.route("/", taskRoutes(services));
  app.route("/", matterRoutes(services));
  app.route("/", reminderAnswerRoutes(services));
  app.route("/", uploadLinkRoutes(services));
  app.route("/", recordActRoutes(services));
  app.route("/", staffNoteRoutes(services));
  app.route("/", savedQueryRoutes(services));
  app.route("/", overviewRoutes(services));
  app.route("/", noticeRoutes(services));
  app.route("/", publicNoticeRoutes(services));
  app.route("/", publicityDraftRoutes(services));
  app.route("/", objectionRoutes(services));
  app.route("/", complaintRoutes(services));
  app.route("/", receiptRoutes(services));
  app.route("/", servedListRoutes(services));
  app.route("/", reportRoutes(services));
  app.route("/", packageRoutes(services));
  app.route("/", supervisionPaperRoutes(services));
  app.route("/", inspectionRoutes(services));
  app.route("/", inspectionPaperRoutes(services));
  app.route("/", groundsRoutes(services));
  app.route("/", deliveryRoutes(services));
  app.route("/", officeGroupRoutes(services));
  app.route("/", wechatPushRoutes(services));
  app.route("/", spotCheckDrawRoutes({ ...services, randomBytes }));
  app.route("/", sanctionRoutes(services));
  app.route("/", interpretationRoutes(services));
  app.route("/", publicInterpretationRoutes(services));
  app.route("/", organizationChangeRoutes(services));
  app.route("/", applicationFormRoutes(services));
  app.route(
    "/",
    exportRoutes((request) => app.request(request), services),
  );
  app.route("/", documentationRoutes(app, services));
  app.route("/", consoleRoutes(services.consoleDirectory));
  app.route("/", portal.router);

  app.notFound((context) => {
    const allowed = allowedMethods(app.routes, context.req.path);
    if (allowed.length > 0) {
      context.header("allow", allowed.join(", "));
      return problem(context, "method_not_allowed");
    }
    const page = wantsPage(context) ? portal.serveUnknownPage(context) : null;
    return page ?? problem(context, "unknown_path");
  });

  app.onError((cause, context) => {
    if (cause instanceof HTTPException && cause.status < 500) {
      return problem(context, cause.status === 415 ? "unsupported_media_type" : "invalid_request");
    }
    // What was asked for by a name that is no text is nowhere; whoever asks so has mistyped or is trying doors.
    if (isNoText(cause)) {
      return problem(context, "invalid_request", { detail: "里面有不是文字的字符，请删去后再试。" });
    }
    if (cause instanceof PolicyIncomplete) {
      log.error({ missing: cause.missing, requestId: context.get("requestId") }, cause.message);
      return problem(context, "policy_incomplete", describeMissing(cause, services.catalog));
    }
    log.error({ err: cause, requestId: context.get("requestId"), path: context.req.path }, "a request met a fault");
    return problem(context, "internal");
  });

  return app;
}

/** A person's browser and not a program: only it is answered with a page. */
function wantsPage(context: Context): boolean {
  const isRead = context.req.method === "GET" || context.req.method === "HEAD";
  return isRead && !context.req.path.startsWith("/api/") && (context.req.header("accept") ?? "").includes("text/html");
}
