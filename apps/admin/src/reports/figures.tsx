import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Report, ReportPeers } from "@shifan/contract";
import { colours } from "../theme/theme.ts";
import { shownFigure, signed } from "./shown-figure.ts";
import { reportsTexts as texts } from "./texts.ts";

/** What the platform reported, beside what it reported last time and what the others did. */
export function Figures({ record, peers }: { record: Report; peers: ReportPeers | undefined }) {
  const others = new Map((peers?.figures ?? []).map((figure) => [figure.id, figure]));
  const { comparedWith, figures } = record;
  if (figures.length === 0) return <Typography color="textSecondary">{texts.notShown}</Typography>;
  return (
    <Table size="small" aria-label={texts.figures}>
      <TableHead>
        <TableRow>
          <TableCell>{texts.figure}</TableCell>
          <TableCell align="right">{texts.present(record.periodText)}</TableCell>
          <TableCell align="right">
            {comparedWith === null ? texts.noPrevious : texts.previous(comparedWith.periodText)}
          </TableCell>
          <TableCell align="right">{texts.difference}</TableCell>
          <TableCell align="right">{texts.range}</TableCell>
          <TableCell align="right">{texts.place}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {figures.map((figure) => {
          const { comparison } = figure;
          const peer = others.get(figure.id);
          return (
            <TableRow key={figure.id}>
              <TableCell>
                {figure.name}
                {figure.unit === null ? "" : `（${figure.unit}）`}
              </TableCell>
              <TableCell align="right" sx={{ fontWeight: 600 }}>
                {shownFigure(figure)}
              </TableCell>
              <TableCell align="right">{comparison === null ? "—" : comparison.previous}</TableCell>
              <TableCell align="right" sx={comparison?.difference.startsWith("-") ? { color: colours.red } : {}}>
                {comparison === null ? "—" : signed(comparison.difference, comparison.percent)}
              </TableCell>
              <TableCell align="right">
                {peer === undefined ? "—" : texts.ends(peer.lowest, peer.median, peer.highest)}
              </TableCell>
              <TableCell align="right">
                {peer === undefined || peer.place === null ? "—" : texts.placeOf(peer.place, peer.values.length)}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
