export { invitations, roleGrants, standIns } from "./access.ts";
export { accounts, sessions, twoFactors, users, verifications } from "./accounts.ts";
export { chatEntries, chatSessionKeys, chatSessions } from "./chat.ts";
export { policyVersions } from "./policies.ts";
export { requestKeys, signInAttempts } from "./requests.ts";
export { telegramChats, telegramUpdates } from "./telegram.ts";
