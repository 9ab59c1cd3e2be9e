import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Assessment } from "@shifan/contract/client";
import { figuresOf } from "@shifan/dialog";
import { useState } from "react";
import { colours } from "../../theme/theme.ts";
import { applicationTexts as texts } from "../texts.ts";

const statusColours: Readonly<Record<string, string>> = {
  met: colours.green,
  not_met: colours.red,
  undetermined: colours.amber,
};
const statusMarks: Readonly<Record<string, string>> = { met: "✓", not_met: "✗", undetermined: "?" };

/** The rules' verdict by criterion: what is required, what the form says, how it comes out. */
export function Criteria({ assessment }: { assessment: Assessment }) {
  const [isOnlyOpen, setIsOnlyOpen] = useState(false);
  const shown = assessment.criteria.filter(({ status }) => !isOnlyOpen || status !== "met");
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center" }}>
        <Typography component="h2" variant="h3" sx={{ flex: 1 }}>
          {texts.criteria}
        </Typography>
        <FormControlLabel
          className="no-print"
          control={<Switch size="small" checked={isOnlyOpen} onChange={(_, checked) => setIsOnlyOpen(checked)} />}
          label={<Typography variant="body2">{texts.onlyOpen}</Typography>}
        />
      </Box>
      <Table size="small" aria-label={texts.criteria}>
        <TableHead>
          <TableRow>
            <TableCell>{texts.criterion}</TableCell>
            <TableCell>{texts.figures}</TableCell>
            <TableCell>{texts.result}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((criterion) => (
            <TableRow key={criterion.id}>
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
          {assessment.expert.map(({ id, title, article }) => (
            <TableRow key={id}>
              <TableCell>
                {title}
                <Typography component="span" variant="caption" color="textSecondary" sx={{ display: "block" }}>
                  {article}
                </Typography>
              </TableCell>
              <TableCell />
              <TableCell sx={{ color: colours.inkQuiet, whiteSpace: "nowrap" }}>{texts.judgedByExperts}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
