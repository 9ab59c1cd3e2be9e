import Link from "@mui/material/Link";
import type { ApplicationSummary } from "@shifan/contract";
import { Link as RouterLink } from "react-router";
import { beginTexts as texts } from "./texts.ts";

const openStates: readonly string[] = ["draft", "returned"];

/** To the desk where a paper dossier is still being typed in, else to the case. */
export function EntryLink({ application: { id, state, origin } }: { application: ApplicationSummary }) {
  const isOpen = origin === "paper" && openStates.includes(state);
  const address = `/applications/${encodeURIComponent(id)}`;
  return (
    <Link component={RouterLink} to={isOpen ? address : `${address}/show`}>
      {isOpen ? texts.open : texts.look}
    </Link>
  );
}
