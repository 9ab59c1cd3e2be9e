import Chip from "@mui/material/Chip";
import type { Sanction } from "@shifan/contract";
import { colourOfKind } from "./kinds.ts";

/** Whether it is a cancellation or a revocation, in a word and a colour. */
export function KindChip({ kind, kindName }: Pick<Sanction, "kind" | "kindName">) {
  return <Chip color={colourOfKind[kind]} label={kindName} />;
}
