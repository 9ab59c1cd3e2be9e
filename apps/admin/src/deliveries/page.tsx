import Typography from "@mui/material/Typography";
import type { Delivery } from "@shifan/contract";
import { fieldLabels as labels, withdrawalGroundLabels } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { due, instant, long, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { recipientOf, wayOf } from "./recipient.ts";
import { deliveriesTexts as texts } from "./texts.ts";

/** One delivery: what was said to whom, on which ground, and what became of it. */
export default function DeliveriesPage() {
  return (
    <RecordPage<Delivery & Tagged>
      title={({ heading, title }) => heading ?? title}
      aside={({ state }) => <StateChip resource="deliveries" state={state} />}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="deliveries"
            record={record}
            page={{}}
            title={texts.facts}
            facts={[
              text(labels.recipientName, recipientOf(record)),
              text(labels.reminderOf, record.title),
              text(labels.article, record.article),
              due(labels.dueOn, record.dueOn),
              text(labels.occasionName, record.occasionName),
              text(labels.way, wayOf(record)),
              instant(labels.plannedAt, record.plannedAt),
              instant(labels.settledAt, record.settledAt),
              text(labels.attempts, record.attempts),
              text(labels.fault, record.fault),
              text(
                labels.withdrawnFor,
                record.withdrawnFor === null ? null : withdrawalGroundLabels[record.withdrawnFor],
              ),
              text(labels.messageId, record.messageId === null ? null : record.messageId.slice(0, 8)),
              long(labels.why, record.why),
            ]}
          />
          <Card title={texts.said}>
            {record.lines === null ? (
              <Typography color="text.secondary">{texts.notSaid}</Typography>
            ) : (
              record.lines.map((line) => <Typography key={line}>{line}</Typography>)
            )}
          </Card>
        </>
      )}
    </RecordPage>
  );
}
