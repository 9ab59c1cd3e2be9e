export { chatEntries, chatSessionKeys, chatSessions } from "./chat.ts";
export { fileContents, files } from "./files.ts";
export { policyVersions } from "./policies.ts";
export { telegramChats, telegramUpdates } from "./telegram.ts";
