import type { FileRow } from "@shifan/db";
import { type Actor, type FilePurpose, publicActor } from "@shifan/rules";
import type { Context } from "hono";

/** What files ask of the rest of the app: who calls, and what may be done. */
export type FilePorts = {
  /** Who makes the request. */
  actorOf(context: Context): Promise<Actor>;
  /** Whether the actor may hand in files to a record, and take back what was not yet handed in. False too where there is no such record. */
  mayUpload(actor: Actor, purpose: FilePurpose, targetId: string): Promise<boolean>;
  /** Whether the actor may see a file and its content. */
  mayRead(actor: Actor, file: FileRow): Promise<boolean>;
  /** Whether something that was handed in uses the file, so that it must stay. */
  isInUse(fileId: string): Promise<boolean>;
};

/** Nobody has an account; whoever has uploads for any record and sees the own files. */
export const defaultFilePorts: FilePorts = {
  actorOf: async () => publicActor,
  mayUpload: async (actor) => actor.userId !== null,
  mayRead: async (actor, file) => actor.userId !== null && actor.userId === file.uploadedBy,
  isInUse: async () => false,
};
