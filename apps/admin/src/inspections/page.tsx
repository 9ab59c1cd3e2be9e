import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { spellPeriod } from "@shifan/rules";
import type { ActsOfPage } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { FilePreview } from "../files/file-preview.tsx";
import { NotesCard } from "../notes/notes-card.tsx";
import { ActsAndFacts } from "../pages/acts-and-facts.tsx";
import { Card } from "../pages/card.tsx";
import { day, district, due, long, text, titleOf, yesNo } from "../pages/facts.tsx";
import { PapersCard } from "../pages/papers.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { BothSides } from "./both-sides.tsx";
import { Checklist } from "./checklist.tsx";
import { papersOfInspection } from "./papers.ts";
import { Signatures } from "./signatures.tsx";
import { inspectionsTexts as texts } from "./texts.ts";
import { Visit } from "./visit/visit.tsx";

/** How the acts on an inspection are shown; its result is written on the page itself. */
const acts: ActsOfPage = {
  elsewhere: ["record"],
  main: ["check-again", "hear", "close"],
  grave: ["call-off"],
};

/** The photographs and papers without what was signed, which stands apart. */
function photographsOf({ fileIds, signatures }: Inspection): readonly string[] {
  const signed = [signatures?.inspectorsFileId, signatures?.unitFileId];
  return fileIds.filter((id) => !signed.includes(id));
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
          <ActsAndFacts
            resource="inspections"
            record={record}
            page={acts}
            between={
              <>
                {record.allowedActs.includes("record") ? <Visit record={record} /> : null}
                {record.carriedOutOn === null ? null : (
                  <Card title={texts.bothSides}>
                    <BothSides record={record} />
                  </Card>
                )}
              </>
            }
            title={texts.facts}
            facts={[
              titleOf(labels.certificationId, record),
              district(labels.district, record.district),
              text(labels.period, spellPeriod(record.period)),
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
          {record.carriedOutOn === null ? null : (
            <Card title={texts.checklist}>
              <Checklist checklist={record.checklist} />
            </Card>
          )}
          <NotesCard resource="inspections" recordId={record.id} />
          {record.signatures === null ? null : (
            <Card title={labels.signatures}>
              <Signatures of={record.signatures} />
            </Card>
          )}
          {photographsOf(record).length === 0 ? null : (
            <Card title={texts.files}>
              {photographsOf(record).map((id) => (
                <FilePreview key={id} id={id} />
              ))}
            </Card>
          )}
          <PapersCard
            access={record.kind === "periodic_inspection" ? "inspections" : "city_checks"}
            papers={papersOfInspection(record)}
          />
        </>
      )}
    </RecordPage>
  );
}
