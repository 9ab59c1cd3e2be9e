import type { ReminderTalkServices } from "../reminders/chat/talk.ts";
import type { AnnouncedRounds } from "../rounds/announced.ts";

/** What conversations need of the rest of the app; in them people also open the ways on which they are reminded. */
export type ChatServices = ReminderTalkServices & {
  announcedRounds: AnnouncedRounds;
  /** From which tokens are derived that must be given out twice. */
  sessionSecret: string;
};
