import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { FalsePaperRoutes } from "./false-paper-routes.tsx";
import { colourOfKind, routeOfKind, type SanctionKind } from "./kinds.ts";
import { sanctionsTexts as texts } from "./texts.ts";
import { useFalsePaperRoutes } from "./use-false-paper-routes.ts";

/** What is to be known before a sanction is proposed: what it brings, which other ways there are, and who has to confirm. */
export function BeforeProposal({ kind, certificationId }: { kind: SanctionKind; certificationId: string }) {
  const id = certificationId === "" ? null : certificationId;
  const { data } = useFalsePaperRoutes(id);
  const consequence = data?.find((route) => route.id === routeOfKind[kind])?.consequence;
  return (
    <Box sx={{ mb: 1.5 }}>
      <Alert severity={colourOfKind[kind]} sx={{ mb: 1 }}>
        <AlertTitle>{texts.notTheOther[kind]}</AlertTitle>
        {consequence === undefined ? null : `${texts.consequence}：${consequence}`}
        {texts.notYet}
      </Alert>
      <Typography component="h3" variant="h3">
        {texts.routes}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {texts.routesLead}
      </Typography>
      <FalsePaperRoutes certificationId={id} />
    </Box>
  );
}
