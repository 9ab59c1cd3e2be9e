import { listPapersEndingOn } from "@shifan/db";
import type { ReminderSubject } from "@shifan/rules";
import type { ReminderSource, StandingDuty } from "../source.ts";

const separator = " ";

/** Papers whose last day stands in a form: of what is to be handed in, and of what a title rests on. */
const paperEnd: ReminderSource = async ({ services, document, today }, { days, recordIds }) => {
  const ids = recordIds === null ? null : recordIds.flatMap((id) => id.split(separator)[0] ?? []);
  const found: StandingDuty[] = [];
  for (const { fact, paper, article } of document.reminders.papers) {
    for (const ending of await listPapersEndingOn(services.database, { fact, days, ids, today })) {
      const { id, organizationId, certificationId, year, endsOn } = ending;
      found.push({
        resource: "applications",
        // Each paper is a matter of its own: the lease and the permit of a case may end on one day.
        recordId: [id, fact].join(separator),
        dueOn: endsOn,
        told: { audience: certificationId === null ? "applicant" : "platform", organizationId },
        work:
          certificationId === null
            ? { resource: "applications", recordId: id, filter: null }
            : { resource: "certifications", recordId: certificationId, filter: null },
        matter: `${year}年度申报：${paper}`,
        values: async () => ({ paper, paper_article: article }),
      });
    }
  }
  return recordIds === null ? found : found.filter(({ recordId }) => recordIds.includes(recordId));
};

export const paperSources = { paper_end: paperEnd } satisfies Partial<Record<ReminderSubject, ReminderSource>>;
