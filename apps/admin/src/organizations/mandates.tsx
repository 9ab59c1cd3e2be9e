import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Organization } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { ActBar } from "../acts/act-bar.tsx";
import type { Tagged } from "../api/data-provider.ts";
import { StateChip } from "../cells/state-chip.tsx";
import { FilePreview } from "../files/file-preview.tsx";
import { Facts, instant, long, text } from "../pages/facts.tsx";
import { texts as general } from "../texts/texts.ts";
import { organizationsTexts as texts } from "./texts.ts";

type Mandate = Organization["mandates"][number];

/** The acts on mandates: each has its buttons at the mandate, which it names. */
export const mandateActs = ["confirm-mandate", "refuse-mandate", "transfer-mandate", "end-mandate"];

/** Who may act for the unit, and who could: every mandate with its papers and what may be done about it. */
export function Mandates({ record }: { record: Organization & Tagged }) {
  if (record.mandates.length === 0) return <Typography color="textSecondary">{general.nothingYet}</Typography>;
  return record.mandates.map((mandate) => <OneMandate key={mandate.id} {...{ record, mandate }} />);
}

function OneMandate({ record, mandate }: { record: Organization & Tagged; mandate: Mandate }) {
  const { id, state, holderName, holderPhone, claimedAt, decidedAt, reason } = mandate;
  const naming = { known: { mandateId: id }, own: { mandateId: null } };
  const open = mandate.allowedActs.filter((act) => mandateActs.includes(act));
  const papers = [mandate.licenceFileId, mandate.authorizationFileId].filter((each) => each !== null);
  return (
    <Box sx={{ mb: 2 }}>
      <Typography component="h3" variant="h3" gutterBottom>
        {holderName} <StateChip resource="mandates" state={state} />
      </Typography>
      <Facts
        facts={[
          text(labels.phone, holderPhone),
          instant(texts.claimedAt, claimedAt),
          instant(texts.decidedAt, decidedAt),
          long(labels.reason, reason),
        ]}
      />
      {papers.map((file) => (
        <FilePreview key={file} id={file} />
      ))}
      {open.length === 0 ? null : (
        <ActBar
          resource="organizations"
          record={{ ...record, allowedActs: open }}
          page={{
            only: mandateActs,
            main: ["confirm-mandate"],
            grave: ["refuse-mandate", "end-mandate"],
            additions: Object.fromEntries(open.map((act) => [act, naming])),
          }}
        />
      )}
    </Box>
  );
}
