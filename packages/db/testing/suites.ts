import { auditEntriesSuite } from "../src/audit/entries.suite.ts";
import { auditSequencerSuite } from "../src/audit/sequencer.suite.ts";
import { auditStateSuite } from "../src/audit/state.suite.ts";
import { auditVerificationSuite } from "../src/audit/verify/verify.suite.ts";
import { migrationsSuite } from "../src/open/migrate.suite.ts";
import { personalColumnsSuite } from "../src/personal/columns.suite.ts";
import { accountsSuite } from "../src/queries/accounts.suite.ts";
import { applicationListSuite } from "../src/queries/application-list.suite.ts";
import { chatSessionKeysSuite } from "../src/queries/chat-session-keys.suite.ts";
import { chatSessionsSuite } from "../src/queries/chat-sessions.suite.ts";
import { filesSuite } from "../src/queries/files.suite.ts";
import { nameSearchSuite } from "../src/queries/name-search.suite.ts";
import { policyVersionsSuite } from "../src/queries/policy-versions.suite.ts";
import { reviewConstraintsSuite } from "../src/queries/reviews.suite.ts";
import { supervisionListsSuite } from "../src/queries/supervision-lists.suite.ts";
import { telegramChatsSuite } from "../src/queries/telegram-chats.suite.ts";
import { telegramUpdatesSuite } from "../src/queries/telegram-updates.suite.ts";
import { titleStandingSuite } from "../src/queries/title-standing.suite.ts";
import { guardsSuite } from "../src/schema/guards.suite.ts";
import { searchWordsSuite } from "../src/search-words.suite.ts";

/** All that must hold on either engine. */
export const suites = [
  migrationsSuite,
  guardsSuite,
  accountsSuite,
  applicationListSuite,
  searchWordsSuite,
  chatSessionKeysSuite,
  chatSessionsSuite,
  filesSuite,
  nameSearchSuite,
  policyVersionsSuite,
  reviewConstraintsSuite,
  supervisionListsSuite,
  telegramChatsSuite,
  telegramUpdatesSuite,
  titleStandingSuite,
  personalColumnsSuite,
  auditEntriesSuite,
  auditStateSuite,
  auditSequencerSuite,
  auditVerificationSuite,
];
