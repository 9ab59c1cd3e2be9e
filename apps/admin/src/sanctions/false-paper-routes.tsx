import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { colours } from "../theme/theme.ts";
import { sanctionsTexts as texts } from "./texts.ts";
import { type FalsePaperRoutesOf, useFalsePaperRoutes } from "./use-false-paper-routes.ts";

type Route = NonNullable<FalsePaperRoutesOf["data"]>[number];

/** The four ways that false papers may take, beside each other: what is chosen is chosen knowing the others. */
export function FalsePaperRoutes({ certificationId }: { certificationId: string | null }) {
  const { data, error, isPending, refetch } = useFalsePaperRoutes(certificationId);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={3} />;
  return (
    <Box
      component="ul"
      aria-label={texts.routes}
      sx={{ m: 0, p: 0, listStyle: "none", display: "grid", gap: 1, gridTemplateColumns: "repeat(4, minmax(0, 1fr))" }}
    >
      {data.map((route) => (
        <OneRoute key={route.id} route={route} />
      ))}
    </Box>
  );
}

function barredWords({ barsApplication }: Route): string {
  if (barsApplication === null) return texts.barsUnknown;
  return barsApplication ? texts.bars : texts.barsNot;
}

function OneRoute({ route }: { route: Route }) {
  const { found, outcome, article, consequence, isOpen, mark, ground } = route;
  return (
    <Box
      component="li"
      sx={{
        p: 1.25,
        border: 1,
        borderRadius: 1,
        borderColor: isOpen === true ? "primary.main" : "divider",
        background: isOpen === true ? colours.blueSoft : "transparent",
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {found}
      </Typography>
      <Typography component="h3" variant="h3" sx={{ my: 0.5 }}>
        {outcome}（{article}）
      </Typography>
      <Typography variant="body2" gutterBottom>
        {consequence}
      </Typography>
      <Typography variant="body2" gutterBottom sx={{ fontWeight: 600 }}>
        {barredWords(route)}
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary" gutterBottom>
        {mark}：{ground}
      </Typography>
      {isOpen === null ? null : <Chip label={isOpen ? texts.open : texts.notOpen} variant="outlined" />}
    </Box>
  );
}
