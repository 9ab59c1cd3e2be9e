import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar, type ActsOfPage } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { FilePreview } from "../files/file-preview.tsx";
import { NotesCard } from "../notes/notes-card.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, Facts, long, text, yesNo } from "../pages/facts.tsx";
import { Papers } from "../pages/papers.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { BothSides } from "./both-sides.tsx";
import { Checklist } from "./checklist.tsx";
import { ChecklistField, Inspected, type Rated } from "./checklist-field.tsx";
import { papersOfInspection } from "./papers.ts";
import { inspectionsTexts as texts } from "./texts.ts";

function ratedOf({ checklist }: Inspection): readonly Rated[] {
  return checklist.flatMap(({ item, rating, remark }) => (rating === null ? [] : [{ item, rating, remark }]));
}

/** How the acts on an inspection are shown. */
function actsOf(record: Inspection): ActsOfPage {
  return {
    main: ["record", "check-again", "hear", "close"],
    grave: ["call-off"],
    additions: {
      record: { known: { checklist: ratedOf(record) }, own: { checklist: ChecklistField } },
    },
  };
}

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
            <Inspected value={record}>
              <ActBar resource="inspections" record={record} page={actsOf(record)} />
            </Inspected>
          </Card>
          {record.carriedOutOn === null ? null : (
            <Card title={texts.bothSides}>
              <BothSides record={record} />
            </Card>
          )}
          <NotesCard resource="inspections" recordId={record.id} />
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
          <Card title={texts.checklist}>
            <Checklist checklist={record.checklist} />
          </Card>
          {record.fileIds.length === 0 ? null : (
            <Card title={texts.files}>
              {record.fileIds.map((id) => (
                <FilePreview key={id} id={id} />
              ))}
            </Card>
          )}
          <Card title={texts.papers}>
            <Papers papers={papersOfInspection(record)} />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
