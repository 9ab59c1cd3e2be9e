import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Package } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import type { ActsOfPage } from "../acts/act-bar.tsx";
import { pathOf, type Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { SaveLink } from "../files/save-link.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, long, text, yesNo } from "../pages/facts.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { useMe } from "../shell/use-me.ts";
import { Missing, Reports } from "./contents.tsx";
import { MissingContext, ReasonsField } from "./reasons-field.tsx";
import { packagesTexts as texts } from "./texts.ts";

type Record = Package & Tagged;

const own = { missing: ReasonsField };

/** One package of a district. */
export default function PackagesPage() {
  return (
    <RecordPage<Record>
      title={(record) => texts.title(record.periodText)}
      aside={({ state }) => <StateChip resource="packages" state={state} />}
    >
      {(record) => (
        <>
          <MissingContext value={record.missing}>
            <ActsAndFacts
              resource="packages"
              record={record}
              page={actsOf(record)}
              warning={<ReportMissing record={record} />}
              title={texts.facts}
              facts={[
                district(labels.district, record.district),
                due(labels.dueOn, record.dueOn),
                text(labels.documentNumber, record.documentNumber),
                day(labels.sentOn, record.sentOn),
                day(labels.receivedOn, record.receivedOn),
                yesNo(labels.isLate, record.isLate),
                long(labels.sentBackReason, record.sentBackReason),
                long(labels.inspectionReport, record.inspectionReport),
              ]}
              below={<Papers record={record} />}
            />
          </MissingContext>
          <Card title={texts.contents}>
            <Reports of={record} />
          </Card>
          <Card title={texts.missing}>
            <Missing missing={record.missing} />
          </Card>
        </>
      )}
    </RecordPage>
  );
}

/** What may be done; what is written already stands in the form, with a line for each thing that is missing. */
function actsOf({ missing, inspectionReport }: Record): ActsOfPage {
  const reasons = Object.fromEntries(missing.map(({ obligationId, reason }) => [obligationId, reason ?? ""]));
  return {
    main: ["send", "receive"],
    grave: ["send-back"],
    additions: {
      edit: { own, known: { inspectionReport: inspectionReport ?? "", missing: reasons } },
      send: { before: <Missing missing={missing} /> },
    },
  };
}

/** Without the report on inspections the package cannot be sent: whoever writes it is told before. */
function ReportMissing({ record: { inspectionReport, inspectionReportRequired, allowedActs } }: { record: Record }) {
  if (!inspectionReportRequired || inspectionReport !== null || !allowedActs.includes("edit")) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1 }}>
      {texts.inspectionReportMissing}
    </Alert>
  );
}

/** The papers to be sealed; while the district writes they are its own. */
function Papers({ record: { id, state, allowedActs } }: { record: Record }) {
  const mayPrint = (useMe()?.acts.packages ?? []).includes("print");
  if (!mayPrint || (state === "drafted" && !allowedActs.includes("edit"))) return null;
  const papers = { "cover-letter": texts.coverLetter, "inspection-report": texts.inspectionReport };
  return (
    <Typography variant="body2" component="div" sx={{ mt: 1 }} className="no-print">
      {texts.papers}：
      {Object.entries(papers).flatMap(([paper, title]) =>
        Object.entries(texts.formats).map(([format, name]) => (
          <Box component="span" key={`${paper}.${format}`} sx={{ mr: 2 }}>
            <SaveLink href={`${pathOf("packages", id, paper)}?format=${format}`}>
              {title}（{name}）
            </SaveLink>
          </Box>
        )),
      )}
    </Typography>
  );
}
