import Typography from "@mui/material/Typography";
import { texts } from "../texts/texts.ts";
import { Loading } from "./loading.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** A whole page that is still being fetched: it has a heading, as every page. */
export function PageLoading() {
  return (
    <>
      <Typography component="h1" variant="h1" gutterBottom>
        {texts.loading}
      </Typography>
      <Loading />
    </>
  );
}

/** A whole page that did not come. */
export function PageProblem({ cause, onAgain }: { cause: unknown; onAgain: () => void }) {
  return (
    <>
      <Typography component="h1" variant="h1" gutterBottom>
        {texts.notShown}
      </Typography>
      <ProblemNote cause={cause} onAgain={onAgain} />
    </>
  );
}
