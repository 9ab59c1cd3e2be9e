import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { CancellationGrounds } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { DayCell } from "../cells/cells.tsx";
import { RecordLink } from "../pages/record-link.tsx";
import { Rows } from "../pages/related.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { certificationsTexts as texts } from "./texts.ts";
import { useGrounds } from "./use-grounds.ts";

type Ground = CancellationGrounds["grounds"][number];

/** The checks of a title and whether a ground for cancellation follows from them; what cannot be told is said to be so. */
export function Grounds({ certificationId }: { certificationId: string }) {
  const { data, error, isPending, refetch } = useGrounds(certificationId);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={3} />;
  return (
    <>
      <Rows
        rows={data.checks}
        columns={[
          {
            label: labels.kind,
            cell: ({ kind, inspectionId }) =>
              inspectionId === null ? (
                texts.checkKinds[kind]
              ) : (
                <RecordLink resource="inspections" id={inspectionId}>
                  {texts.checkKinds[kind]}
                </RecordLink>
              ),
          },
          { label: labels.carriedOutOn, cell: ({ carriedOutOn }) => <DayCell day={carriedOutOn} /> },
          { label: labels.result, cell: ({ result }) => texts.checkResults[result] },
          { label: labels.state, cell: ({ isClosed }) => (isClosed ? texts.closed : texts.notClosed) },
          { label: labels.source, cell: ({ source }) => source },
        ]}
      />
      <Typography component="h3" variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {texts.grounds}
      </Typography>
      {data.grounds.length === 0 ? <Typography variant="body2">{texts.noGrounds}</Typography> : null}
      {data.grounds.map((ground) => (
        <OneGround key={ground.ground} ground={ground} />
      ))}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {data.note}
      </Typography>
    </>
  );
}

function OneGround({ ground: { title, certainty, article, explanation, doubts } }: { ground: Ground }) {
  const isDefinite = certainty === "definite";
  return (
    <Box sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
      <Typography component="div">
        <Chip
          color={isDefinite ? "error" : "warning"}
          label={isDefinite ? texts.definite : texts.undetermined}
          sx={{ mr: 1 }}
        />
        {title}（{article}）
      </Typography>
      <Typography variant="body2">{explanation}</Typography>
      {doubts.length === 0 ? null : (
        <Typography variant="body2">
          {texts.why}：{doubts.map((doubt) => texts.doubts[doubt]).join("；")}
        </Typography>
      )}
    </Box>
  );
}
