import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Panel } from "@shifan/contract";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { dayText } from "../../texts/days.ts";
import type { Case } from "../case/case.ts";
import { usePart } from "../case/use-part.ts";
import { Appointment } from "./appointment.tsx";
import { PanelReviews } from "./panel-reviews.tsx";
import { panelTexts as texts } from "./texts.ts";
import { usePool } from "./use-pool.ts";

/** The experts of a case: where each stands, how far their scores lie apart, and how they came to it. */
export default function PanelOfCase({ record: { id } }: { record: Case }) {
  const { data, error, isPending, refetch } = usePart<Panel>(id, "panel");
  const pool = usePool();
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const names = new Map([
    ...pool.map((expert) => [expert.id, expert.name] as const),
    ...data.reviews.map(({ expert }) => [expert.id, expert.name] as const),
  ]);
  return (
    <Box sx={{ p: 1.5 }}>
      <Typography sx={{ mb: 1 }}>
        {data.reviews.length === 0 ? texts.nobody : texts.standing(data.submitted, data.assigned, data.minimum)}
      </Typography>
      {data.reviews.length === 0 ? null : <PanelReviews panel={data} />}
      {data.discussion === null ? null : (
        <Typography sx={{ mt: 1, whiteSpace: "pre-wrap" }}>
          {texts.discussion(dayText(data.discussion.on))}：{data.discussion.record}
        </Typography>
      )}
      {data.appointments.length === 0 ? null : (
        <>
          <Typography component="h2" variant="h3" sx={{ mt: 2 }}>
            {texts.appointments}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
            {data.appointments.map((appointment) => (
              <Appointment key={appointment.n} appointment={appointment} names={names} />
            ))}
          </Box>
        </>
      )}
    </Box>
  );
}
