import { randomUUID } from "node:crypto";
import type { UploadMetadata } from "@shifan/contract";
import { findFile } from "@shifan/db";
import { maximumFileBytes } from "@shifan/rules";
import { Server } from "@tus/server";
import type { FileServices } from "../services.ts";
import { type CompleteOutcome, completeUpload } from "./complete.ts";
import { createLocker } from "./locker.ts";

export const uploadsPath = "/api/v1/files/uploads";

/** Who makes a request that creates an upload, and for what. */
export type Creation = UploadMetadata & { uploadedBy: string };

export type TusServer = {
  /** Hands a request to the protocol. `refusal` when all bytes have come and the file was not accepted. */
  handle(request: Request, creation?: Creation): Promise<{ response: Response; refusal: Refused | null }>;
  complete(id: string): Promise<CompleteOutcome>;
};

type Refused = Extract<CompleteOutcome, { ok: false }>;

/** The tus protocol over our folder: resumable uploads, each completed when its last byte has come. */
export function createTusServer(services: FileServices): TusServer {
  const { partialUploads } = services;
  const creations = new WeakMap<Request, Creation>();
  const refusals = new WeakMap<Request, Refused>();
  const completing = new Map<string, Promise<CompleteOutcome>>();

  /** One completion of an upload at a time: who comes meanwhile gets the same outcome. */
  const complete = (id: string): Promise<CompleteOutcome> => {
    const running = completing.get(id);
    if (running !== undefined) return running;
    const begun = completeById(services, id).finally(() => completing.delete(id));
    completing.set(id, begun);
    return begun;
  };

  const server = new Server({
    path: uploadsPath,
    datastore: partialUploads.store,
    locker: createLocker(),
    maxSize: maximumFileBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    namingFunction: () => randomUUID(),
    onUploadCreate: async (request) => {
      const creation = creations.get(request);
      if (creation === undefined) throw new Error("an upload was created by nobody");
      return { metadata: { ...creation } };
    },
    onUploadFinish: async (request, { id }) => {
      const outcome = await complete(id);
      if (outcome.ok) return {};
      refusals.set(request, outcome);
      throw { status_code: 422, body: outcome.code };
    },
  });

  return {
    complete,
    handle: async (request, creation) => {
      if (creation !== undefined) creations.set(request, creation);
      const response = await server.handleWeb(request);
      return { response, refusal: refusals.get(request) ?? null };
    },
  };
}

async function completeById(services: FileServices, id: string): Promise<CompleteOutcome> {
  const upload = await services.partialUploads.find(id);
  if (upload !== null) return completeUpload(services, upload);
  // Another process came first: then either the file is there or it was refused.
  return (await findFile(services.database, id)) === null ? { ok: false, code: "unknown_upload" } : { ok: true };
}
