import Box from "@mui/material/Box";
import type { Tasks } from "@shifan/contract";
import { useMe } from "../shell/use-me.ts";
import { PageLoading, PageProblem } from "../states/page-states.tsx";
import { Overview } from "./overview.tsx";
import { Supervision } from "./supervision.tsx";
import { TaskList, Upcoming } from "./task-list.tsx";
import { useLook } from "./use-look.ts";

/** What waits for whoever has signed in, one click from the work; beside it how the year and the half stand. */
export default function Home() {
  const acts = useMe()?.acts ?? {};
  const { data, error, isPending, refetch } = useLook<Tasks>("/api/v1/tasks");
  const seesOverview = (acts.overview ?? []).includes("read");
  const seesSupervision = (acts.supervision_statistics ?? []).includes("read");
  if (error) return <PageProblem cause={error} onAgain={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <Box
      sx={{
        display: "grid",
        gap: 1.5,
        alignItems: "start",
        gridTemplateColumns: seesOverview || seesSupervision ? "minmax(0, 5fr) minmax(0, 4fr)" : "minmax(0, 1fr)",
        "@media print": { display: "block" },
      }}
    >
      <Box>
        <TaskList tasks={data} />
        <Upcoming tasks={data} />
      </Box>
      {seesOverview || seesSupervision ? (
        <Box>
          {seesOverview ? <Overview /> : null}
          {seesSupervision ? <Supervision /> : null}
        </Box>
      ) : null}
    </Box>
  );
}
