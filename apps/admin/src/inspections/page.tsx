import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text, yesNo } from "../pages/facts.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { inspectionsTexts as texts } from "./texts.ts";

/** One inspection, spot check or appraisal, with what the unit says beside the finding. */
export default function InspectionsPage() {
  return (
    <RecordPage<Inspection & Tagged>
      title={(record) => texts.title(record.platformName, record.kindName)}
      aside={({ state }) => <StateChip resource="inspections" state={state} />}
    >
      {(record) => (
        <>
          <Card>
            <ActBar
              resource="inspections"
              record={record}
              page={{ main: ["record", "check-again", "hear", "close"], grave: ["call-off"] }}
            />
          </Card>
          <Card title={texts.facts}>
            <Facts
              facts={[
                {
                  label: labels.certificationId,
                  value: (
                    <RecordLink resource="certifications" id={record.certificationId}>
                      {record.platformName}
                    </RecordLink>
                  ),
                },
                district(labels.district, record.district),
                text(labels.period, record.period),
                day(labels.plannedOn, record.plannedOn),
                day(labels.notifiedOn, record.notifiedOn),
                day(labels.takesPlaceOn, record.takesPlaceOn),
                long(labels.noticeText, record.noticeText),
                day(labels.carriedOutOn, record.carriedOutOn),
                text(labels.inspectors, record.inspectors),
                text(labels.result, record.resultName),
                long(labels.findings, record.findings),
                due(labels.answerUntil, record.answerUntil),
                long(labels.answer, record.answer),
                day(labels.answeredOn, record.answeredOn),
                day(labels.heardOn, record.heardOn),
                long(labels.hearing, record.hearing),
                due(labels.rectifyUntil, record.rectifyUntil),
                day(labels.checkedAgainOn, record.checkedAgainOn),
                long(labels.checkedAgain, record.checkedAgain),
                yesNo(labels.isRectified, record.isRectified),
                day(labels.closedOn, record.closedOn),
                long(labels.reason, record.reason),
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
