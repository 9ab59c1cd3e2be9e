/** Databases for tests: migrated, empty, and gone afterwards. */
export { findTemplate, openEmbeddedTestDatabase, placeTestDatabase } from "./embedded.ts";
export { runOnEmbedded, runOnPostgresql } from "./engines.ts";
export { type HeldDatabase, holdCommits } from "./held-commit.ts";
export { fillApplications } from "./many-applications.ts";
export { fillDeliveries, forgetDeliveries, unjoinDeliveries } from "./many-deliveries.ts";
export {
  changeObligations,
  countWaiting,
  fillObligations,
  fillReaders,
  listTold,
  type ManyObligation,
  type ManyReader,
  type ObligationChange,
  recipientOf,
} from "./many-readers.ts";
export { fillSupervision } from "./many-records.ts";
export { fillTitles, forgetPlans } from "./many-titles.ts";
export { personalColumns } from "./personal-columns.ts";
export { type PostgresqlServer, startPostgresql } from "./postgresql.ts";
export { type Suite, suite } from "./suite.ts";
export { trackedColumns } from "./tracked-columns.ts";
