import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import type { SupervisionStatistics } from "@shifan/contract";
import { DueCell } from "../cells/cells.tsx";
import { Card } from "../pages/card.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { colours } from "../theme/theme.ts";
import { Bars } from "./bars.tsx";
import { homeTexts as texts } from "./texts.ts";
import { useLook } from "./use-look.ts";

/** What falls due in this half and how it stands; titles that end in the quarters ahead. */
export function Supervision() {
  const { data, error, isPending, refetch } = useLook<SupervisionStatistics>("/api/v1/statistics/supervision");
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  return (
    <>
      <Card title={texts.half(data.periodText)}>
        <Table size="small" aria-label={texts.half(data.periodText)}>
          <TableHead>
            <TableRow>
              <TableCell>{texts.what}</TableCell>
              <TableCell align="right">{texts.owed}</TableCell>
              <TableCell align="right">{texts.done}</TableCell>
              <TableCell align="right">{texts.late}</TableCell>
              <TableCell align="right">{texts.open}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.owed.map(({ kind, period, title, periodText, dueOn, all }) => (
              <TableRow key={`${kind}${period}`}>
                <TableCell>
                  {periodText}
                  {title}
                  <br />
                  <DueCell day={dueOn} isOpen={all.late > 0} />
                </TableCell>
                <TableCell align="right">{all.owed}</TableCell>
                <TableCell align="right">{all.done + all.doneLate}</TableCell>
                <TableCell align="right" sx={all.late > 0 ? { color: colours.red } : {}}>
                  {all.late}
                </TableCell>
                <TableCell align="right">{all.open}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <Card title={texts.expiring}>
        <Bars
          label={texts.expiring}
          bars={data.expiring.map(({ name, count }) => ({
            label: name,
            figure: texts.count(count),
            parts: [{ count, colour: colours.amber }],
          }))}
        />
      </Card>
    </>
  );
}
