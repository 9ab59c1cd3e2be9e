import { countObjectionsOfRound, listInquiriesDueOn, listPublicitiesEndingOn } from "@shifan/db";
import type { ReminderSubject } from "@shifan/rules";
import type { ReminderSource } from "../source.ts";
import { among, toldCity } from "./together.ts";

/** The end of a publicity, until its round is decided. */
const publicityEnd: ReminderSource = async ({ services: { database } }, query) => {
  const ending = await listPublicitiesEndingOn(database, query.days);
  return among(
    query,
    ending.map(({ id, roundId, endsOn }) => ({
      resource: "notices",
      recordId: id,
      dueOn: endsOn,
      told: toldCity,
      values: async () => {
        const { received, open } = await countObjectionsOfRound(database, roundId);
        return { objections: String(received), open: String(open) };
      },
    })),
  );
};

/** Inquiries of objections by their last day: those of one day together, each day apart. */
const objectionInquiry: ReminderSource = async ({ services: { database } }, query) => {
  const inquiries = await listInquiriesDueOn(database, query.days);
  return among(
    query,
    inquiries.map(({ until, count, firstId }) => ({
      resource: "objections",
      recordId: `inquiry ${until}`,
      dueOn: until,
      told: toldCity,
      work:
        count === 1
          ? { resource: "objections", recordId: firstId, filter: null }
          : { resource: "objections", recordId: null, filter: { state: ["admitted", "under_inquiry"] } },
      values: async () => ({ open: String(count) }),
    })),
  );
};

export const publicitySources = {
  publicity_end: publicityEnd,
  objection_inquiry: objectionInquiry,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
