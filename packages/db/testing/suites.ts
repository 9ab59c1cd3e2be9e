import { migrationsSuite } from "../src/open/migrate.suite.ts";
import { accountsSuite } from "../src/queries/accounts.suite.ts";
import { chatSessionKeysSuite } from "../src/queries/chat-session-keys.suite.ts";
import { chatSessionsSuite } from "../src/queries/chat-sessions.suite.ts";
import { policyVersionsSuite } from "../src/queries/policy-versions.suite.ts";
import { telegramChatsSuite } from "../src/queries/telegram-chats.suite.ts";
import { telegramUpdatesSuite } from "../src/queries/telegram-updates.suite.ts";

/** All that must hold on either engine. */
export const suites = [
  migrationsSuite,
  accountsSuite,
  chatSessionKeysSuite,
  chatSessionsSuite,
  policyVersionsSuite,
  telegramChatsSuite,
  telegramUpdatesSuite,
];
