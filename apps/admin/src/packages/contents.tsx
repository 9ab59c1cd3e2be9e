import Chip from "@mui/material/Chip";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Package } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DayCell, DueCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { colours } from "../theme/theme.ts";
import { packagesTexts as texts } from "./texts.ts";

/** The reports of the platforms, and which of them came late. */
export function Reports({ of: { reports, state: stateOfPackage } }: { of: Package }) {
  if (reports.length === 0) return <Typography color="textSecondary">{texts.noReports}</Typography>;
  return (
    <Table size="small" aria-label={texts.contents}>
      <TableHead>
        <TableRow>
          <TableCell>{labels.platformName}</TableCell>
          <TableCell>{labels.state}</TableCell>
          <TableCell>{labels.submittedOn}</TableCell>
          <TableCell>{texts.inPackage}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {reports.map(({ reportId, platformName, state, submittedOn, isLate, lateReason, isInPackage }) => (
          <TableRow key={reportId}>
            <TableCell>
              <RecordLink resource="reports" id={reportId}>
                {platformName}
              </RecordLink>
            </TableCell>
            <TableCell>
              <StateChip resource="reports" state={state} />
            </TableCell>
            <TableCell>
              <DayCell day={submittedOn === "" ? null : submittedOn} />
              {isLate ? (
                <Typography variant="caption" sx={{ display: "block", color: colours.red }}>
                  {texts.late(lateReason)}
                </Typography>
              ) : null}
            </TableCell>
            <TableCell>{wayOf(stateOfPackage, state, isInPackage)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** How a report goes to the city: before the package is sent, whatever waits with the district goes with it. */
function wayOf(stateOfPackage: Package["state"], state: string, isInPackage: boolean): string {
  if (isInPackage) return texts.ways.with;
  return stateOfPackage === "drafted" && state === "sent_to_district" ? texts.ways.open : texts.ways.alone;
}

/** What is missing, each with its reason or without. */
export function Missing({ missing }: { missing: Package["missing"] }) {
  if (missing.length === 0) return <Typography color="textSecondary">{texts.nothingMissing}</Typography>;
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {texts.missingLead}
      </Typography>
      <Table size="small" aria-label={texts.missing}>
        <TableHead>
          <TableRow>
            <TableCell>{texts.what}</TableCell>
            <TableCell>{labels.dueOn}</TableCell>
            <TableCell>{texts.reason}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {missing.map(({ obligationId, name, dueOn, reason }) => (
            <TableRow key={obligationId}>
              <TableCell>{name}</TableCell>
              <TableCell sx={{ whiteSpace: "nowrap" }}>
                <DueCell day={dueOn} />
              </TableCell>
              <TableCell>
                {reason ?? (
                  <Chip label={texts.unreasoned} sx={{ color: colours.amber, background: colours.amberSoft }} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
