import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimDossier, type DossierRow, findApplication, updateDossier } from "@shifan/db";
import type { Actor, Grant } from "@shifan/rules";
import type { ContentStorage } from "../files/storage/storage.ts";
import type { Log } from "../log.ts";
import type { PaperServices } from "../papers/route.ts";
import { readContents } from "./contents.ts";
import { makePdf } from "./make-pdf.ts";
import { makeZip } from "./make-zip.ts";

export type DossierServices = PaperServices & {
  contentStorage: ContentStorage;
  dossierStorage: ContentStorage;
  log: Log;
  /** Aborted when the process is to end: what is under way is left to the next one. */
  signal: AbortSignal;
};

/** A maker that is not heard of for so long is taken to be gone; it is heard of after each paper. */
const leaseMilliseconds = 10 * 60 * 1_000;
const mostAttempts = 3;

/** Makes the oldest dossier that is waiting. @returns whether there was one */
export async function makeNextDossier(services: DossierServices): Promise<boolean> {
  const { database, clock, log } = services;
  const leaseUntil = () => new Date(clock.machine().getTime() + leaseMilliseconds);
  const order = await claimDossier(database, { at: clock.machine(), leaseUntil: leaseUntil() });
  if (order === null) return false;
  if (order.attempts > mostAttempts) {
    await updateDossier(database, order, { state: "faulty", leaseUntil: null });
    return true;
  }
  try {
    await make(services, order, leaseUntil);
  } catch (cause) {
    if (services.signal.aborted) {
      await updateDossier(database, order, { state: "waiting", leaseUntil: null, attempts: order.attempts - 1 });
      return false;
    }
    log.error({ err: cause, dossier: order.id, attempt: order.attempts }, "a dossier could not be made");
    const isOver = order.attempts >= mostAttempts;
    await updateDossier(database, order, { state: isOver ? "faulty" : "waiting", leaseUntil: null });
  }
  return true;
}

async function make(services: DossierServices, order: DossierRow, leaseUntil: () => Date): Promise<void> {
  const { database, clock, dossierStorage } = services;
  const application = await findApplication(database, order.applicationId);
  if (application === null) throw new Error("the application of a dossier is missing");
  const actor: Actor = { userId: order.requestedBy, grants: [order.grant as Grant] };
  const contents = await readContents(services, application, actor);
  const { dataVersion } = application;
  const stepsTotal = contents.printed.length + contents.handedIn.length;
  let stepsDone = 0;
  await updateDossier(database, order, { stepsTotal, stepsDone });
  const advance = async () => {
    services.signal.throwIfAborted();
    stepsDone += 1;
    await updateDossier(database, order, { stepsDone, leaseUntil: leaseUntil() });
  };
  const folder = await mkdtemp(join(tmpdir(), "shifan-dossier-"));
  try {
    const into = join(folder, `dossier.${order.format}`);
    const way = { folder, into, dataVersion, advance };
    await (order.format === "pdf" ? makePdf(services, contents, way) : makeZip(services, contents, way));
    const { size } = await stat(into);
    const sha256 = await hashOfFile(into);
    if (!(await dossierStorage.has(sha256))) await dossierStorage.store(sha256, into, `dossier-${order.id}`);
    const readyAt = clock.now();
    await updateDossier(database, order, { state: "ready", leaseUntil: null, dataVersion, sha256, size, readyAt });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}
