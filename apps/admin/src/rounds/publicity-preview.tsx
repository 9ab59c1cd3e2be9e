import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Ranking } from "@shifan/contract";
import { Downloads } from "../files/downloads.tsx";
import { useLook } from "../home/use-look.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { roundsTexts as texts } from "./texts.ts";

/** What publishing the list makes public: the names on it, and the draft as it would read. */
export function PublicityPreview({ path }: { path: string }) {
  const { data, error, isPending, refetch } = useLook<Ranking>(`${path}/ranking`);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading lines={2} />;
  const listed = data.cases.filter(({ state }) => state === "proposed");
  return (
    <Box sx={{ mb: 1, p: 1.5, border: 1, borderColor: "divider", borderRadius: 1 }}>
      <Typography component="h3" variant="h3">
        {texts.listed(listed.length)}
      </Typography>
      <Typography variant="body2" gutterBottom>
        {listed.map(({ platformName }) => platformName).join("、")}
      </Typography>
      <Downloads files={draftsOf(path)} />
    </Box>
  );
}

/** The draft of the publicity in its three forms. */
export function draftsOf(path: string) {
  return (["html", "docx", "text"] as const).map((format) => ({
    label: texts.draft[format],
    href: `${path}/publicity-draft?format=${format}`,
  }));
}
