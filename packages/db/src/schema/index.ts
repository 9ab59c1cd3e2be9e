export {
  auditCheckpoints,
  auditEntries,
  auditLeaves,
  auditNodes,
  auditSequencers,
  auditUnsequenced,
} from "./audit.ts";
export { chatEntries, chatSessionKeys, chatSessions } from "./chat.ts";
export { policyVersions } from "./policies.ts";
export { telegramChats, telegramUpdates } from "./telegram.ts";
