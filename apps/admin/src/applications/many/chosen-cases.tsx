import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { StateChip } from "../../cells/state-chip.tsx";
import type { Case } from "../case/case.ts";
import { applicationTexts as texts } from "../texts.ts";
import type { ManyAct } from "./many-body.ts";

/** The chosen cases as they stand now; those that the act is not open for are named and left out. */
export function ChosenCases({ cases, act }: { cases: readonly Case[]; act: ManyAct }) {
  const isOpen = ({ allowedActs }: Case) => allowedActs.includes(act);
  return (
    <>
      <Names heading={null} cases={cases.filter(isOpen)} />
      <Names heading={texts.notOpenFor} cases={cases.filter((each) => !isOpen(each))} />
    </>
  );
}

function Names({ heading, cases }: { heading: string | null; cases: readonly Case[] }) {
  if (cases.length === 0) return null;
  return (
    <Box sx={{ mb: 1.5 }}>
      {heading === null ? null : (
        <Typography variant="body2" color="warning">
          {heading}
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 2.5, columns: 2 }}>
        {cases.map(({ id, organizationName, state }) => (
          <Typography component="li" variant="body2" key={id} sx={{ py: 0.25 }}>
            {organizationName} <StateChip resource="applications" state={state} />
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
