import type { ReminderSubject } from "@shifan/rules";
import type { ReminderSource } from "../source.ts";
import { announcementSources } from "./announcements.ts";
import { applicationSources } from "./applications.ts";
import { deadlineSources } from "./deadlines.ts";
import { holidaySources } from "./holidays.ts";
import { obligationSources } from "./obligations.ts";
import { paperSources } from "./papers.ts";
import { prospectSources } from "./prospects.ts";
import { publicitySources } from "./publicity.ts";
import { resultSources } from "./results.ts";
import { reviewSources } from "./reviews.ts";
import { titleSources } from "./titles.ts";

/** Where what is reminded of is looked for. */
export const reminderSources: Readonly<Record<ReminderSubject, ReminderSource>> = {
  ...announcementSources,
  ...deadlineSources,
  ...applicationSources,
  ...reviewSources,
  ...publicitySources,
  ...resultSources,
  ...obligationSources,
  ...titleSources,
  ...paperSources,
  ...holidaySources,
  ...prospectSources,
};
