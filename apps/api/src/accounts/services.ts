import type { Database } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { Authentication } from "./authentication.ts";
import type { OrganizationsOf, RecordEntry } from "./ports.ts";

/** What accounts need of the rest of the app. */
export type AccountServices = {
  database: Database;
  clock: Clock;
  authentication: Authentication;
  organizationsOf: OrganizationsOf;
  recordEntry: RecordEntry;
  sessionSecret: string;
  trustedProxies: number;
  publicUrl: string;
  /** Demonstration data: no second factor is asked for. */
  demo: boolean;
};
