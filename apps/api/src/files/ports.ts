import type { Database, FileRow } from "@shifan/db";
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
  /** The records whose files, with all their parts, share one quota with those of a target. */
  sharersOf(purpose: FilePurpose, target: string): Promise<readonly string[]>;
  /** Notes that the actor has got to see the content of a file; papers hold personal data of third persons. */
  noteRead(actor: Actor, file: FileRow): Promise<void>;
  /** Notes in the transaction that removes a file that the actor has done so. */
  noteRemoval(transaction: Database, actor: Actor, file: FileRow): Promise<void>;
};

/** The record that a target is part of: application-1 of application-1:M06. */
export function recordOfTarget(target: string): string {
  return target.split(":")[0] ?? "";
}

/** Nobody has an account; whoever has uploads for any record and sees the own files. */
export const defaultFilePorts: FilePorts = {
  actorOf: async () => publicActor,
  mayUpload: async (actor) => actor.userId !== null,
  mayRead: async (actor, file) => actor.userId !== null && actor.userId === file.uploadedBy,
  isInUse: async () => false,
  sharersOf: async (_, target) => [recordOfTarget(target)],
  noteRead: async () => undefined,
  noteRemoval: async () => undefined,
};
