import type { Database } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import type { AnnouncedRounds } from "../rounds/announced.ts";

/** What conversations need of the rest of the app. */
export type ChatServices = {
  database: Database;
  catalog: PolicyCatalog;
  clock: Clock;
  defaultPolicy: string;
  announcedRounds: AnnouncedRounds;
  /** From which tokens are derived that must be given out twice. */
  sessionSecret: string;
};
