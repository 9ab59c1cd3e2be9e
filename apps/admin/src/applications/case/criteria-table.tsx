import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Assessment } from "@shifan/contract/client";
import { figuresOf } from "@shifan/dialog";
import { colours } from "../../theme/theme.ts";
import { applicationTexts as texts } from "../texts.ts";
import { ProofOf, type Proving, rowOfCriterion } from "./proof.tsx";

const statusColours: Readonly<Record<string, string>> = {
  met: colours.green,
  not_met: colours.red,
  undetermined: colours.amber,
};
const statusMarks: Readonly<Record<string, string>> = { met: "✓", not_met: "✗", undetermined: "?" };

/** Criteria with what is required, what the form says and how it comes out. */
export function CriteriaTable({
  label,
  criteria,
  proving,
  isFolded = false,
}: {
  label: string;
  criteria: Assessment["criteria"];
  /** What proves each; without, the table says the verdict alone. */
  proving?: Proving | undefined;
  isFolded?: boolean;
}) {
  return (
    <Table
      size="small"
      aria-label={label}
      sx={isFolded ? { display: "none", "@media print": { display: "table" } } : {}}
    >
      <TableHead>
        <TableRow>
          <TableCell>{texts.criterion}</TableCell>
          <TableCell>{texts.figures}</TableCell>
          <TableCell>{texts.result}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {criteria.map((criterion) => (
          <TableRow
            key={criterion.id}
            id={rowOfCriterion(criterion.id)}
            tabIndex={-1}
            sx={{ "&:focus": { outline: `2px solid ${colours.blue}`, outlineOffset: -2 } }}
          >
            <TableCell>
              {criterion.title}
              <Typography component="span" variant="caption" color="textSecondary" sx={{ display: "block" }}>
                {criterion.article}
              </Typography>
            </TableCell>
            <TableCell>
              {figuresOf(criterion)}
              {criterion.status === "met" || criterion.advice === null ? null : (
                <Typography component="span" variant="caption" color="textSecondary" sx={{ display: "block" }}>
                  {criterion.advice}
                </Typography>
              )}
              {proving === undefined ? null : <ProofOf criterion={criterion.id} proving={proving} />}
            </TableCell>
            <TableCell sx={{ color: statusColours[criterion.status], whiteSpace: "nowrap" }}>
              {`${statusMarks[criterion.status]} ${texts.status[criterion.status]}`}
              {criterion.reason === null ? null : (
                <Typography component="span" variant="caption" sx={{ display: "block" }}>
                  {texts.reasons[criterion.reason]}
                </Typography>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
