import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { TitlesPreview } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DistrictCell } from "../../cells/cells.tsx";
import { StateChip } from "../../cells/state-chip.tsx";
import { Rows } from "../../pages/related.tsx";
import { importTexts as texts } from "./texts.ts";

type Previewed = TitlesPreview["titles"][number];

/** What the workbook would enter, to be compared with the papers before it is. */
export function Preview({ preview: { titles, ignoredColumns } }: { preview: TitlesPreview }) {
  const checks = titles.reduce((sum, title) => sum + title.checks, 0);
  return (
    <>
      <Alert severity="success" sx={{ mb: 1 }}>
        {texts.preview(titles.length, checks)}
      </Alert>
      {ignoredColumns.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {texts.ignored(ignoredColumns)}
        </Alert>
      )}
      <Box role="region" aria-label={texts.third} tabIndex={0} sx={{ maxHeight: 420, overflow: "auto", mb: 1.5 }}>
        <Rows
          rows={titles.map((title) => ({
            ...title,
            id: `${title.uscc} ${title.documentNumber} ${title.platformName}`,
          }))}
          columns={[
            { label: labels.organizationName, cell: (title) => <Unit title={title} /> },
            { label: labels.platformName, cell: ({ platformName }) => platformName },
            { label: labels.district, cell: ({ district }) => <DistrictCell district={district} /> },
            { label: labels.documentNumber, cell: ({ documentNumber }) => documentNumber },
            { label: labels.certificateNumber, cell: ({ certificateNumber }) => certificateNumber ?? "—" },
            { label: texts.validity, cell: ({ validFrom, validTo }) => texts.until(validFrom, validTo) },
            {
              label: labels.state,
              cell: ({ state, endedOn }) => (
                <>
                  <StateChip resource="certifications" state={state} /> {endedOn === null ? "" : texts.endedOn(endedOn)}
                </>
              ),
            },
            { label: texts.checks, cell: (title) => title.checks },
          ]}
        />
      </Box>
    </>
  );
}

/** Who holds it, and what of the name in the workbook becomes of it. */
function Unit({ title: { organizationName, uscc, recordedName } }: { title: Previewed }) {
  const note =
    recordedName === null ? texts.newUnit : recordedName === organizationName ? null : texts.otherName(recordedName);
  return (
    <>
      {organizationName}
      <Typography variant="caption" component="div" color="textSecondary">
        {uscc}
      </Typography>
      {note === null ? null : (
        <Typography variant="caption" component="div" color="warning.main">
          {note}
        </Typography>
      )}
    </>
  );
}
