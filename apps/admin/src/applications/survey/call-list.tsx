import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Survey } from "@shifan/contract";
import { fieldLabels, valueLabelsInForm } from "@shifan/contract/labels";
import { colours } from "../../theme/theme.ts";
import { surveyTexts as texts } from "./texts.ts";

const form = "applications/record-answer";
const ratings = valueLabelsInForm(form, "rating") ?? {};
const methods = valueLabelsInForm(form, "method") ?? {};
const looks = {
  drawn: { color: colours.amber, background: colours.amberSoft },
  answered: { color: colours.green, background: colours.greenSoft },
  replaced: { color: colours.inkQuiet, background: colours.ground },
} as const;

/** Everybody who was drawn, in the order of the draw, with what was answered or why somebody else was asked. */
export function CallList({
  sampled,
  chosen,
  onChoose,
}: {
  sampled: Survey["sampled"];
  chosen: number | null;
  /** Null for those who only read. */
  onChoose: ((place: number) => void) | null;
}) {
  return (
    <Table size="small" aria-label={texts.calls}>
      <TableHead>
        <TableRow>
          <TableCell>{texts.place}</TableCell>
          <TableCell>{texts.enterprise}</TableCell>
          <TableCell>{texts.standing}</TableCell>
          <TableCell>{fieldLabels.rating}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {sampled.map((each) => (
          <TableRow key={each.place} selected={each.place === chosen}>
            <TableCell>{each.place}</TableCell>
            <TableCell>
              {onChoose === null || each.state === "replaced" ? (
                each.enterprise
              ) : (
                <Button
                  onClick={() => onChoose(each.place)}
                  aria-pressed={each.place === chosen}
                  sx={{ justifyContent: "start", textAlign: "start", minWidth: 0, px: 0.5, ml: -0.5 }}
                >
                  {each.enterprise}
                </Button>
              )}
              <Detail each={each} />
            </TableCell>
            <TableCell>
              <Chip label={texts.states[each.state]} sx={looks[each.state]} />
            </TableCell>
            <TableCell sx={{ whiteSpace: "nowrap" }}>{each.rating === null ? "—" : ratings[each.rating]}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Who answered and how, or why the enterprise is not asked any more. */
function Detail({ each }: { each: Survey["sampled"][number] }) {
  const { interviewee, position, phone, method, replacedReason, remark } = each;
  const parts = [interviewee, position, phone, method === null ? null : methods[method], replacedReason, remark];
  const line = parts.filter((part) => part !== null && part !== undefined && part !== "").join("，");
  return line === "" ? null : (
    <Typography variant="caption" color="textSecondary" sx={{ display: "block" }}>
      {line}
    </Typography>
  );
}
