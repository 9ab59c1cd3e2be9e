import type { Database } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { MailSender } from "../mail/mail.ts";
import type { Authentication } from "./authentication.ts";
import type { PasswordHashes } from "./password-hashes.ts";
import type { OrganizationsOf, RecordEntry } from "./ports.ts";

/** What accounts need of the rest of the app. */
export type AccountServices = {
  database: Database;
  clock: Clock;
  authentication: Authentication;
  /** The same on a transaction, so that what it writes happens with the rest or not at all. */
  authenticationOn: (transaction: Database) => Authentication;
  /** Null: no mail goes out. */
  mail: MailSender | null;
  passwordHashes: PasswordHashes;
  organizationsOf: OrganizationsOf;
  recordEntry: RecordEntry;
  sessionSecret: string;
  trustedProxies: number;
  publicUrl: string;
  /** Demonstration data: no second factor is asked for. */
  demo: boolean;
};
