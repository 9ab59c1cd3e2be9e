import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { inspectionsTexts as texts } from "./texts.ts";

/** What is looked at and what was found of each. */
export function Checklist({ checklist }: Pick<Inspection, "checklist">) {
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{labels.item}</TableCell>
          <TableCell>{texts.how}</TableCell>
          <TableCell>{labels.result}</TableCell>
          <TableCell>{labels.remark}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {checklist.map(({ item, subject, title, how, article, ratingName, remark }) => (
          <TableRow key={item}>
            <TableCell>
              {subject}：{title}
            </TableCell>
            <TableCell>
              {how}（{article}）
            </TableCell>
            <TableCell sx={{ whiteSpace: "nowrap" }}>{ratingName ?? texts.unrated}</TableCell>
            <TableCell>{remark}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
