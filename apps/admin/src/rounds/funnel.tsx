import Typography from "@mui/material/Typography";
import type { RoundFunnel } from "@shifan/contract";
import { Bars } from "../home/bars.tsx";
import { useLook } from "../home/use-look.ts";
import { Card } from "../pages/card.tsx";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { colours } from "../theme/theme.ts";
import { roundsTexts as texts } from "./texts.ts";

/** How far the cases of a round have come. */
export function Funnel({ path }: { path: string }) {
  const { data, error, isPending, refetch } = useLook<RoundFunnel>(path);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={4} />;
  const { handedIn, stages, ended } = data.all;
  return (
    <Card title={texts.funnel}>
      {handedIn === 0 ? (
        <Typography color="textSecondary">{texts.nothingHandedIn}</Typography>
      ) : (
        <Bars
          label={texts.funnel}
          bars={stages.map(({ title, standing, reached }) => ({
            label: title,
            figure: texts.figure(reached, standing),
            parts: [
              { count: standing, colour: colours.blue },
              { count: reached - standing, colour: colours.bluePale },
            ],
          }))}
        />
      )}
      <Typography variant="caption" color="textSecondary">
        {[
          texts.funnelNote,
          ...ended.filter(({ count }) => count > 0).map(({ title, count }) => texts.ended(title, count)),
        ].join("；")}
      </Typography>
    </Card>
  );
}
