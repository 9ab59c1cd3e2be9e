import type { Database, PersonalKeys } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";

/** What the use cases of the procedure work with. */
export type ProcedureServices = {
  database: Database;
  catalog: PolicyCatalog;
  clock: Clock;
  defaultPolicy: string;
  personalKeys: PersonalKeys;
};
