import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Button from "@mui/material/Button";
import { Problem } from "@shifan/contract/client";
import { texts } from "../texts/texts.ts";

/** Why something did not come or was not done, in the server's words; an unreachable server in ours. */
export function ProblemNote({ cause, onAgain }: { cause: unknown; onAgain?: (() => void) | undefined }) {
  const again =
    onAgain === undefined ? undefined : (
      <Button color="inherit" onClick={onAgain}>
        {texts.again}
      </Button>
    );
  if (!(cause instanceof Problem)) {
    return (
      <Alert severity="warning" action={again}>
        {texts.unreachable}
      </Alert>
    );
  }
  return (
    <Alert severity={cause.status >= 500 ? "error" : "warning"} action={again}>
      <AlertTitle>{cause.title}</AlertTitle>
      {cause.detail}
      {cause.article === null ? null : `（${cause.article}）`}
    </Alert>
  );
}
