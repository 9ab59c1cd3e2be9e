import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Typography from "@mui/material/Typography";
import type { Title } from "@shifan/contract";
import { labelOfField } from "@shifan/contract/labels";
import type { ActFormAdditions } from "../acts/act-form.tsx";
import { differencesOf } from "../acts/differences.ts";
import type { Tagged } from "../api/data-provider.ts";
import { Rows } from "../pages/related.tsx";
import { useDistrictNames } from "../policy/use-policy.ts";
import { dayText } from "../texts/days.ts";
import { certificationsTexts as texts } from "./texts.ts";

type Shown = Title & Tagged;

/** How a title from papers was ended, which one in force has nothing of. */
const ofItsEnd = ["endedOn", "endServedOn", "endDocumentNumber", "endSource"] as const;

/** The form of a correction begins with what the title says now. */
export function correctionForm(record: Shown): ActFormAdditions {
  const known = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  const isEnded = record.state !== "valid";
  return { known, own: isEnded ? {} : Object.fromEntries(ofItsEnd.map((field) => [field, null])) };
}

/** A correction that waits: what it says now and what it would say, and why; before another confirms it, what they vouch for. */
export function CorrectionCard({ record }: { record: Shown }) {
  const { correction } = record;
  const districts = useDistrictNames();
  if (correction === null) return null;
  const side = (of: "before" | "after"): Tagged => ({
    id: record.id,
    ...Object.fromEntries(correction.changes.map((change) => [change.field, change[of]])),
  });
  const rows = differencesOf({ resource: "certifications", act: "correct", districts }, side("before"), side("after"));
  return (
    <Alert severity="warning" sx={{ my: 1 }}>
      <AlertTitle>{texts.correctionOpen(dayText(correction.proposedOn))}</AlertTitle>
      <Rows
        rows={rows.map((row) => ({ ...row, id: row.name }))}
        columns={[
          { label: texts.correctedField, cell: ({ name }) => labelOfField(name) },
          { label: texts.wasEntered, cell: ({ was }) => was },
          { label: texts.isCorrected, cell: ({ is }) => is },
        ]}
      />
      <Typography variant="body2" sx={{ mt: 1 }}>
        {texts.correctionReason(correction.reason)}
      </Typography>
      <Typography variant="body2">{correction.isOwn ? texts.ownCorrection : texts.afterCorrection}</Typography>
    </Alert>
  );
}
