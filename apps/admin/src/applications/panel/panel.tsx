import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Panel } from "@shifan/contract";
import { useQuery } from "@tanstack/react-query";
import { ActBar } from "../../acts/act-bar.tsx";
import { pathOf, type Tagged, tagged } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { dayText } from "../../texts/days.ts";
import type { Case } from "../case.ts";
import { Appointment } from "./appointment.tsx";
import { assignmentAdditions } from "./assignment-fields.tsx";
import { PanelReviews } from "./panel-reviews.tsx";
import { panelTexts as texts } from "./texts.ts";
import { usePool } from "./use-pool.ts";

const ofPanel = ["assign-experts", "finish-review"];

/** The experts of a case: where each stands, how far their scores lie apart, and how they came to it. */
export default function PanelOfCase({ record: { id } }: { record: Case }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["applications", "part", id, "panel"],
    queryFn: async () => {
      const { body, headers } = await ask<Panel>({ method: "GET", path: pathOf("applications", id, "panel") });
      return tagged(body, headers) as Panel & Pick<Tagged, "etag">;
    },
  });
  const pool = usePool();
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  const names = new Map([
    ...pool.map((expert) => [expert.id, expert.name] as const),
    ...data.reviews.map(({ expert }) => [expert.id, expert.name] as const),
  ]);
  const elsewhere = data.allowedActs.filter((act) => !ofPanel.includes(act));
  return (
    <Box sx={{ p: 1.5 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, mb: 1 }}>
        <Typography sx={{ flex: 1 }}>
          {data.reviews.length === 0 ? texts.nobody : texts.standing(data.submitted, data.assigned, data.minimum)}
        </Typography>
        {elsewhere.length === data.allowedActs.length ? null : (
          <ActBar
            resource="applications"
            record={{ ...data, id }}
            page={{ main: ofPanel, elsewhere, additions: assignmentAdditions }}
          />
        )}
      </Box>
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
