import { ActBar } from "../acts/act-bar.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { Card } from "../pages/card.tsx";
import { RecordPage } from "../pages/record-page.tsx";
import { Declaration } from "./declaration.tsx";
import type { SavedReview } from "./scoring/use-autosave.ts";
import { Standing } from "./standing.tsx";
import { Workbench } from "./workbench.tsx";

/** One review: first the declaration on names alone, then papers and sheet beside each other, in the end the sheet as it was handed in. */
export default function ReviewsPage() {
  return (
    <RecordPage<SavedReview>
      title={(record) => record.platformName}
      aside={({ state }) => <StateChip resource="reviews" state={state} />}
    >
      {(record) => {
        const mayDeclare = record.allowedActs.includes("declare-conflict");
        // The sheet has its own button; whoever declares says there that they have an interest.
        const elsewhere = ["edit", "submit", "declare-conflict", ...(mayDeclare ? ["recuse"] : [])];
        const isActing = record.allowedActs.some((act) => !elsewhere.includes(act));
        return (
          <>
            {mayDeclare ? <Declaration record={record} /> : null}
            {record.arePapersOpen ? <Workbench record={record} /> : null}
            {isActing ? (
              <Card>
                <ActBar resource="reviews" record={record} page={{ grave: ["recuse", "reopen"], elsewhere }} />
              </Card>
            ) : null}
            {mayDeclare ? null : <Standing record={record} showsSheet={!record.arePapersOpen} />}
          </>
        );
      }}
    </RecordPage>
  );
}
