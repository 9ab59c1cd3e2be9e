import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { addPolicyVersions, createAuditKeys, createPersonalKeys, listPolicyVersions, openDatabase } from "@shifan/db";
import { shippedPolicies } from "@shifan/rules/shipped";
import { scheduleClockActs } from "./acts/clock-acts.ts";
import { createApp } from "./app.ts";
import { checkpointFileOf } from "./audit/checkpoint-file.ts";
import { scheduleSequencing } from "./audit/schedule.ts";
import { createChannels } from "./channels/create-channels.ts";
import { createClock } from "./clock.ts";
import { filePortsFrom } from "./connect.ts";
import { addDemonstrationAccounts } from "./demonstration/accounts.ts";
import { beginDemonstration } from "./demonstration/begin.ts";
import { createPrinter } from "./documents/printer/printer.ts";
import { scheduleDossiers } from "./dossiers/schedule.ts";
import { openFileServices } from "./files/open.ts";
import { createFileSweep } from "./files/sweep.ts";
import { addShippedHolidayYears } from "./holidays/shipped-years.ts";
import { locateDatabase } from "./location.ts";
import { createLog } from "./log.ts";
import { createSmtpSender } from "./mail/smtp.ts";
import { openPolicyCatalog } from "./policies/catalog.ts";
import { findChangedDocuments } from "./policies/changed-documents.ts";
import { scheduleReminders } from "./reminders/schedule.ts";
import { scheduleSweeps } from "./retention/schedule.ts";
import { keepKeys, keepSecret } from "./secrets.ts";
import { SettingError } from "./setting.ts";
import type { Settings } from "./settings.ts";

export type RunningServer = {
  /** Where it listens, for people on this machine. */
  address: string;
  /** Whether it serves the demonstration. */
  demo: boolean;
  /** Takes no new request, answers those under way, and closes the database. */
  stop(): Promise<void>;
};

/** How long requests under way may take once a stop is asked for. */
const patienceMilliseconds = 8_000;

/**
 * Starts the server: opens the database, publishes the shipped policies, listens.
 *
 * @throws SettingError, DatabaseRefusal: one line for the operator
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const log = createLog(settings.logLevel);
  const clock = createClock(settings.clock);
  const opened = await openDatabase(locateDatabase(settings));
  const { database } = opened;
  try {
    await addPolicyVersions(database, shippedPolicies, clock.now());
    const published = (await listPolicyVersions(database)).map(({ document }) => document);
    for (const changed of findChangedDocuments(shippedPolicies, published)) {
      log.warn(changed, "the shipped policy differs from the one published under its version, which stays in use");
    }
    await addShippedHolidayYears({ database, clock });
    const catalog = await openPolicyCatalog({ database, machine: clock.machine, log, shipped: shippedPolicies });
    if (!catalog.all().some(({ id }) => id === settings.defaultPolicy)) {
      const known = [...new Set(catalog.all().map(({ id }) => id))].join("、");
      throw new SettingError("DEFAULT_POLICY", `应为已有办法的编号（${known}），现在是“${settings.defaultPolicy}”`);
    }
    const { dataDirectory } = settings;
    const fileServices = await openFileServices(settings, { database, clock });
    const auditKeys = createAuditKeys(settings.auditKeys ?? keepKeys(dataDirectory, "audit-key"));
    if (settings.demo) await addDemonstrationAccounts({ database, clock });
    const personalKeys = createPersonalKeys(settings.dataKeys ?? keepKeys(dataDirectory, "data-key"));
    const { defaultPolicy } = settings;
    const printer = createPrinter();
    const checkpointFile = checkpointFileOf(dataDirectory);
    const mail = settings.mailServer === null ? null : createSmtpSender(settings.mailServer);
    const channels = createChannels(settings, { mail });
    const appServices = {
      ...fileServices,
      filePorts: filePortsFrom(database, clock),
      catalog,
      log,
      defaultPolicy,
      serviceToken: settings.serviceToken ?? keepSecret(dataDirectory, "service-token"),
      auditPublicKeys: auditKeys.publicKeys,
      auditCheckpointFile: checkpointFile,
      sessionSecret: settings.sessionSecret ?? keepSecret(dataDirectory, "session-secret"),
      personalKeys,
      printer,
      mail,
      channels,
      wechatPush: settings.wechatAccount?.push ?? null,
      trustedProxies: settings.trustedProxies,
      publicUrl: settings.publicUrl,
      demo: settings.demo,
      portalDirectory: findPages("portal"),
      consoleDirectory: findPages("admin"),
    };
    const demonstration = beginDemonstration({ ...appServices, clock }, settings);
    const app = createApp({ ...appServices, demonstrationProgress: demonstration.progress, processMetrics: true });
    const { server, address } = await listen(app.fetch, settings);
    const endSweeps = scheduleSweeps({
      database,
      clock,
      log,
      chatRetentionDays: settings.chatRetentionDays,
      sweepFiles: createFileSweep(fileServices),
    });
    const endDossiers = scheduleDossiers({
      ...fileServices,
      catalog,
      log,
      defaultPolicy,
      personalKeys,
      printer,
      publicUrl: settings.publicUrl,
      demo: settings.demo,
    });
    // What falls due by itself would close the demonstration's past rounds while they are being played.
    const procedure = { database, catalog, clock, log, defaultPolicy, personalKeys };
    let endClockActs = async () => {};
    const played = demonstration.play().then((isPlayed) => {
      if (isPlayed) endClockActs = scheduleClockActs(procedure);
    });
    const endReminders = scheduleReminders({ ...procedure, channels, publicUrl: settings.publicUrl });
    const endSequencing = scheduleSequencing({ database, clock, log, auditKeys, checkpointFile });
    return {
      address,
      demo: settings.demo,
      stop: async () => {
        demonstration.stop();
        await closeServer(server);
        await played;
        await endSweeps();
        await endDossiers();
        await printer.close();
        await endClockActs();
        await endReminders();
        for (const channel of channels.values()) await channel.close();
        await mail?.close();
        await endSequencing();
        await opened.close();
      },
    };
  } catch (cause) {
    await opened.close();
    throw cause;
  }
}

/** The build of an app with pages, two folders up from the bundle and from the sources alike. */
function findPages(app: "portal" | "admin"): string {
  return fileURLToPath(new URL(`../../${app}/dist`, import.meta.url));
}

type Server = ReturnType<typeof serve>;

/**
 * Longer than a reverse proxy keeps a connection that nothing goes over (nginx: 60 s). Whoever closes first must be the one who sends: a request
 * that meets a closing connection is answered by nobody, and may not be sent again by itself.
 */
const keepAliveMilliseconds = 75_000;

function listen(fetch: (request: Request) => Response | Promise<Response>, { host, port }: Settings) {
  return new Promise<{ server: Server; address: string }>((resolve, reject) => {
    const serverOptions = { keepAliveTimeout: keepAliveMilliseconds };
    const server = serve({ fetch, hostname: host, port, serverOptions }, (info: AddressInfo) => {
      server.off("error", refuse);
      resolve({ server, address: `http://${nameOf(host)}:${info.port}` });
    });
    const refuse = (cause: Error & { code?: string }) => {
      if (cause.code === "EADDRINUSE") reject(new SettingError("PORT", `应为空闲的端口，${port} 已被别的程序占用`));
      else if (cause.code === "EACCES") reject(new SettingError("PORT", `应为有权使用的端口，${port} 不允许使用`));
      else reject(new SettingError("HOST", `应为本机的地址，“${host}”不能监听`));
    };
    server.once("error", refuse);
  });
}

function nameOf(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  const patience = setTimeout(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, patienceMilliseconds);
  await closed;
  clearTimeout(patience);
}
