import Box from "@mui/material/Box";
import type { Organization } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { CreateButton } from "../acts/create-button.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { NotesCard } from "../notes/notes-card.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { district, due, text } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { History } from "./history.tsx";
import { Mandates, mandateActs } from "./mandates.tsx";
import { organizationsTexts as texts } from "./texts.ts";

/** One organization with its whole history. */
export default function OrganizationsPage() {
  return (
    <RecordPage<Organization & Tagged> title={(record) => record.name}>
      {(record) => (
        <>
          <ActsAndFacts
            resource="organizations"
            record={record}
            page={{ elsewhere: mandateActs }}
            title={texts.facts}
            facts={[
              text(labels.uscc, record.uscc),
              text(labels.organizationKind, texts.kinds[record.kind] ?? record.kind),
              district(labels.district, record.district),
              due(labels.barredUntil, record.barredUntil),
            ]}
          />
          <Box sx={{ mb: 1.5 }}>
            <CreateButton
              resource="organization-changes"
              label={texts.reportChange}
              act="report"
              below={{ resource: "organizations", id: record.id, act: "changes" }}
            />
          </Box>
          <Card title={texts.mandates}>
            <Mandates record={record} />
          </Card>
          <NotesCard resource="organizations" recordId={record.id} />
          <History record={record} />
        </>
      )}
    </RecordPage>
  );
}
