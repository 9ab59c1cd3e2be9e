import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Ranking as RankingOfRound } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DistrictCell } from "../cells/cells.tsx";
import { StateChip } from "../cells/state-chip.tsx";
import { useLook } from "../home/use-look.ts";
import { Card } from "../pages/card.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import type { RowColumn } from "../pages/row-columns.tsx";
import { RowsOf } from "../pages/rows.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { roundsTexts as texts } from "./texts.ts";

/** The cases of a round by the mean of their scores; those whose review is not finished stand below, without a rank. */
export function Ranking({ path }: { path: string }) {
  const { data, error, isPending, refetch } = useLook<RankingOfRound>(path);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const columns: RowColumn<RankingOfRound["cases"][number]>[] = [
    {
      label: texts.rank,
      cell: ({ rank, isTied }) => (rank === null ? "—" : texts.rankOf(rank, isTied)),
      isShort: true,
    },
    {
      label: labels.platformName,
      cell: ({ applicationId, platformName }) => (
        <RecordLink resource="applications" id={applicationId}>
          {platformName}
        </RecordLink>
      ),
      share: 3,
    },
    { label: labels.district, cell: ({ district }) => <DistrictCell district={district} />, share: 1.5 },
    {
      label: texts.mean,
      cell: ({ mean, submitted, assigned }) => mean ?? texts.submittedOf(submitted, assigned),
      isFigure: true,
    },
    { label: texts.totals, cell: ({ totals }) => totals.join("、") || "—", isFigure: true, share: 1.5 },
    {
      label: texts.spread,
      cell: ({ spread }) => (
        <Box component="span" sx={(spread ?? 0) >= data.spreadToDiscuss ? { color: "warning.main" } : {}}>
          {spread === null ? "—" : texts.spreadOf(spread, data.spreadToDiscuss)}
        </Box>
      ),
      isFigure: true,
      share: 1.5,
    },
    { label: labels.state, cell: ({ state }) => <StateChip resource="applications" state={state} />, isShort: true },
  ];
  return (
    <Card title={texts.ranking}>
      {data.cases.length === 0 ? (
        <Typography color="textSecondary">{texts.nothingToRank}</Typography>
      ) : (
        <RowsOf
          rows={data.cases}
          columns={columns}
          label={texts.ranking}
          keyOf={({ applicationId }) => applicationId}
        />
      )}
    </Card>
  );
}
