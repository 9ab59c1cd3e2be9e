import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { Ranking as RankingOfRound } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DistrictCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { useLook } from "../home/use-look.ts";
import { Card } from "../pages/card.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { roundsTexts as texts } from "./texts.ts";

/** The cases of a round by the mean of their scores; those whose review is not finished stand below, without a rank. */
export function Ranking({ path }: { path: string }) {
  const { data, error, isPending, refetch } = useLook<RankingOfRound>(path);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const columns = [
    texts.rank,
    labels.platformName,
    labels.district,
    texts.mean,
    texts.totals,
    texts.spread,
    labels.state,
  ];
  return (
    <Card title={texts.ranking}>
      {data.cases.length === 0 ? (
        <Typography color="textSecondary">{texts.nothingToRank}</Typography>
      ) : (
        <Table size="small" aria-label={texts.ranking}>
          <TableHead>
            <TableRow>
              {columns.map((name) => (
                <TableCell key={name}>{name}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.cases.map((each) => (
              <TableRow key={each.applicationId}>
                <TableCell>{each.rank === null ? "—" : texts.rankOf(each.rank, each.isTied)}</TableCell>
                <TableCell>
                  <RecordLink resource="applications" id={each.applicationId}>
                    {each.platformName}
                  </RecordLink>
                </TableCell>
                <TableCell>
                  <DistrictCell district={each.district} />
                </TableCell>
                <TableCell>{each.mean ?? texts.submittedOf(each.submitted, each.assigned)}</TableCell>
                <TableCell>{each.totals.join("、") || "—"}</TableCell>
                <TableCell sx={(each.spread ?? 0) >= data.spreadToDiscuss ? { color: "warning.main" } : {}}>
                  {each.spread === null ? "—" : texts.spreadOf(each.spread, data.spreadToDiscuss)}
                </TableCell>
                <TableCell>
                  <StateChip resource="applications" state={each.state} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
