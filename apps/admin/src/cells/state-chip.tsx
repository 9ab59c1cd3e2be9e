import Chip from "@mui/material/Chip";
import { resourceAtAddress, stateLabels } from "@shifan/contract/labels";
import { colours } from "../theme/theme.ts";
import { type Tone, toneOf } from "./tones.ts";

const coloursOf: Readonly<Record<Tone, { color: string; background: string }>> = {
  waiting: { color: colours.amber, background: colours.amberSoft },
  going: { color: colours.blue, background: colours.blueSoft },
  good: { color: colours.green, background: colours.greenSoft },
  bad: { color: colours.red, background: colours.redSoft },
  quiet: { color: colours.inkQuiet, background: colours.ground },
  held: { color: colours.violet, background: colours.violetSoft },
};

/** What people call a state; the state's own name where there are no words yet. @param resource as in the address */
export function labelOfState(resource: string, state: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = stateLabels;
  return tables[resourceAtAddress(resource)]?.[state] ?? state;
}

/** A state in its words, with a colour that never says anything alone. */
export function StateChip({ resource, state }: { resource: string; state: string }) {
  return <Chip label={labelOfState(resource, state)} sx={coloursOf[toneOf(resource, state)]} />;
}
