import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Report, ServedList as ServedListRead } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { SaveLink } from "../files/save-link.tsx";
import { Card } from "../pages/card.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { instantText } from "../texts/days.ts";
import { reportsTexts as texts } from "./texts.ts";

/** On whom the report rests, for whoever may read it. */
export function ServedList({ report }: { report: Report }) {
  return (
    <Card title={texts.servedList} reads="served_lists">
      <Count {...report} />
    </Card>
  );
}

/** How many enterprises the unit has listed for the period, and the list itself. */
function Count({ organizationId, period }: Report) {
  const path = pathOf("organizations", organizationId, "served-lists", period);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["organizations", "served", organizationId, period],
    // The rows are in the spreadsheet: here it is told how many there are.
    queryFn: async () => (await ask<ServedListRead>({ method: "GET", path: `${path}?range=[0,0]` })).body,
  });
  return (
    <>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending && !error ? <Loading lines={1} /> : null}
      {data === undefined ? null : (
        <Typography variant="body2" component="div">
          {data.total === 0 ? texts.nobodyServed : texts.served(data.total)}
          {data.changedAt === null ? null : `　${texts.servedChanged(instantText(data.changedAt))}`}
          {data.total === 0 ? null : (
            <Box component="span" sx={{ ml: 2 }} className="no-print">
              <SaveLink href={`${path}/rows.xlsx`}>{texts.servedDownload}</SaveLink>
            </Box>
          )}
        </Typography>
      )}
    </>
  );
}
