import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Report } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { FilePreview } from "../files/file-preview.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, titleOf, yesNo } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts as general } from "../texts/texts.ts";
import { Figures } from "./figures.tsx";
import { PeersChart } from "./peers-chart.tsx";
import { ServedList } from "./served-list.tsx";
import { reportsTexts as texts } from "./texts.ts";
import { usePeers } from "./use-peers.ts";

/** One service report: what it says, beside last time and beside the others. */
export default function ReportsPage() {
  return (
    <RecordPage<Report & Tagged>
      title={(record) => texts.title(record.platformName, record.periodText)}
      aside={({ state }) => <StateChip resource="reports" state={state} />}
    >
      {(record) => (
        <>
          <ActsAndFacts
            resource="reports"
            record={record}
            page={{ main: ["forward", "receive"], grave: ["return"] }}
            title={texts.facts}
            facts={[
              titleOf(labels.certificationId, record),
              district(labels.district, record.district),
              due(labels.dueOn, record.dueOn),
              day(labels.submittedOn, record.submittedOn),
              day(labels.forwardedOn, record.forwardedOn),
              day(labels.receivedOn, record.receivedOn),
              yesNo(labels.isLate, record.isLate),
              long(labels.lateReason, record.lateReason),
              long(labels.returnedReason, record.returnedReason),
              { label: texts.missing, value: record.missing.join("、"), isLong: true },
            ]}
          />
          <FiguresOf record={record} />
          <Card title={texts.texts}>
            {record.texts.length === 0 ? <Typography color="textSecondary">{texts.notShown}</Typography> : null}
            <Facts facts={record.texts.map(({ name, value }) => long(name, value ?? "—"))} />
          </Card>
          <Card title={texts.files}>
            {record.files.length === 0 ? <Typography color="textSecondary">{general.nothingYet}</Typography> : null}
            {record.files.map((file) => (
              <FilePreview key={file.id} id={file.id} known={file} />
            ))}
          </Card>
          <PapersCard
            access="reports"
            papers={[{ label: texts.paper, path: pathOf("reports", record.id, "document") }]}
          />
          <ServedList report={record} />
        </>
      )}
    </RecordPage>
  );
}

/** The figures with what they stand beside: the platform's own come at once, the others' when they are there. */
function FiguresOf({ record }: { record: Report & Tagged }) {
  const { data, error, isPending, refetch } = usePeers(record.id);
  return (
    <>
      <Card title={texts.figures}>
        <Box sx={{ overflowX: "auto" }}>
          <Figures record={record} peers={data} />
        </Box>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {data === undefined ? "" : texts.comparedAmong(data.periodText, data.reports)}
          {record.comparedWith === null ? null : (
            <RecordLink resource="reports" id={record.comparedWith.reportId}>
              {texts.openPrevious(record.comparedWith.periodText)}
            </RecordLink>
          )}
        </Typography>
      </Card>
      <Card title={texts.peers}>
        {error ? (
          <ProblemNote cause={error} onAgain={refetch} />
        ) : isPending ? (
          <Loading lines={3} />
        ) : (
          <PeersChart record={record} peers={data} />
        )}
      </Card>
    </>
  );
}
