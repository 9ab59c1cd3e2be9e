import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { Report, ServedList as ServedListRead } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { pathOf } from "../api/data-provider.ts";
import { ask } from "../api/server.ts";
import { Card } from "../pages/card.tsx";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { instantText } from "../texts/days.ts";
import { reportsTexts as texts } from "./texts.ts";

/** On whom the report rests: how many enterprises the unit has listed for the period, and the list itself. */
export function ServedList({ report: { organizationId, period } }: { report: Report }) {
  const mayRead = useMe()?.acts.served_lists?.includes("read") ?? false;
  const path = pathOf("organizations", organizationId, "served-lists", period);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["organizations", "served", organizationId, period],
    // The rows are in the spreadsheet: here it is told how many there are.
    queryFn: async () => (await ask<ServedListRead>({ method: "GET", path: `${path}?range=[0,0]` })).body,
    enabled: mayRead,
  });
  if (!mayRead) return null;
  return (
    <Card title={texts.servedList}>
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending && !error ? <Loading lines={1} /> : null}
      {data === undefined ? null : (
        <Typography variant="body2">
          {data.total === 0 ? texts.nobodyServed : texts.served(data.total)}
          {data.changedAt === null ? null : `　${texts.servedChanged(instantText(data.changedAt))}`}
          {data.total === 0 ? null : (
            <Link href={`${path}/rows.xlsx`} download sx={{ ml: 2 }} className="no-print">
              {texts.servedDownload}
            </Link>
          )}
        </Typography>
      )}
    </Card>
  );
}
