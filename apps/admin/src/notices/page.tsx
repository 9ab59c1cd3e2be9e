import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import type { Notice } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import { CreateButton } from "../acts/create-button.tsx";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Downloads } from "../files/downloads.tsx";
import { Card } from "../pages/card.tsx";
import { day, due, type Fact, Facts, long, text } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { NoticeCases } from "./notice-cases.tsx";
import { NoticeObjections } from "./notice-objections.tsx";
import { noticesTexts as texts } from "./texts.ts";

const papersOf = (id: string) =>
  (["pdf", "docx"] as const).map((format) => ({
    label: texts.papers[format],
    href: `${pathOf("notices", id, "document")}?format=${format}`,
  }));

const notice = (label: string, words: string, id: string | null): Fact => ({
  label,
  value:
    id === null ? null : (
      <RecordLink resource="notices" id={id}>
        {words}
      </RecordLink>
    ),
});

/** One notice: what it says, whom it lists, and what was objected to it. */
export default function NoticesPage() {
  return (
    <RecordPage<Notice & Tagged>
      title={(record) => record.title}
      aside={({ state }) => <StateChip resource="notices" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar resource="notices" record={record} page={{ main: ["publish"] }} />
            <Box sx={{ mt: 1 }}>
              <Downloads files={papersOf(record.id)} />
            </Box>
            {record.kind === "publicity" && record.state !== "draft" ? (
              <Box sx={{ mt: 1 }}>
                <CreateButton
                  resource="objections"
                  label={texts.fileObjection}
                  act="file"
                  below={{ resource: "notices", id: record.id, act: "objections" }}
                />
              </Box>
            ) : null}
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                text(labels.kind, texts.kinds[record.kind]),
                day(labels.startsOn, record.startsOn),
                (record.phase === "ended" ? day : due)(labels.endsOn, record.endsOn),
                text(labels.periodGround, record.periodGround),
                {
                  label: labels.officialUrl,
                  value:
                    record.officialUrl === null ? null : (
                      <Link href={record.officialUrl} target="_blank" rel="noreferrer">
                        {record.officialUrl}
                      </Link>
                    ),
                },
                notice(texts.extends, texts.original, record.extendsId),
                notice(texts.supersededBy, texts.extension, record.supersededById),
                day(labels.officialPublishedOn, record.officialPublishedOn),
                text(labels.reason, record.reason),
                long(labels.text, record.text),
              ]}
            />
          </Card>
          <NoticeCases record={record} />
          {record.kind === "publicity" ? <NoticeObjections noticeId={record.id} /> : null}
        </>
      )}
    </RecordPage>
  );
}
