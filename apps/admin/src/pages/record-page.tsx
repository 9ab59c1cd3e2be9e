import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useResourceContext } from "ra-core";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import type { Tagged } from "../api/data-provider.ts";
import { useRecord } from "../api/use-record.ts";
import { HistoryButton } from "../history/history-button.tsx";
import { PageLoading } from "../states/page-states.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { texts } from "../texts/texts.ts";

/** The page of one record: its heading, and what is made of it; waiting, gone and out of reach are dealt with here. */
export function RecordPage<RecordType extends Tagged>({
  title,
  aside,
  children,
}: {
  title: (record: RecordType) => string;
  /** Beside the heading: the state, as a rule. */
  aside?: (record: RecordType) => ReactNode;
  children: (record: RecordType) => ReactNode;
}) {
  const resource = useResourceContext() ?? "";
  const { id = "" } = useParams();
  const { data: record, error, isPending, refetch } = useRecord<RecordType>(resource, decodeURIComponent(id));
  const back = (
    <Button component={Link} to={`/${resource}`} className="no-print">
      {texts.back}
    </Button>
  );
  if (error) {
    return (
      <>
        <Box sx={{ display: "flex", justifyContent: "space-between", mb: 1.5 }}>
          <Typography component="h1" variant="h1">
            {texts.notShown}
          </Typography>
          {back}
        </Box>
        <ProblemNote cause={error} onAgain={refetch} />
      </>
    );
  }
  if (isPending) return <PageLoading />;
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, mb: 1.5 }}>
        <Typography component="h1" variant="h1">
          {title(record)}
        </Typography>
        {aside?.(record)}
        <Box sx={{ flex: 1 }} />
        <HistoryButton resource={resource} id={decodeURIComponent(id)} />
        {back}
      </Box>
      {children(record)}
    </>
  );
}
