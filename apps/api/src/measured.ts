/** What the benchmarks of the workspace call without a server before it. Nothing of the product imports it. */
export { createClock } from "./clock.ts";
export { createLog } from "./log.ts";
export { planObligations } from "./obligations/plan.ts";
export { openPolicyCatalog } from "./policies/catalog.ts";
export { planReminders } from "./reminders/plan.ts";
