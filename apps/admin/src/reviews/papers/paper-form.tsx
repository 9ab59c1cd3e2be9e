import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReviewPapers } from "@shifan/contract";
import { pathOf } from "../../api/data-provider.ts";
import { FormList } from "../../applications/case/form-list.tsx";
import { FormSection } from "../../applications/case/form-section.tsx";

/** The form of a case by way of a review: its lists are read at the review's own addresses. */
export function PaperForm({ reviewId, papers }: { reviewId: string; papers: ReviewPapers }) {
  return papers.parts.map((part) => (
    <Box component="section" key={part.id} sx={{ mb: 2 }}>
      <Typography component="h3" variant="h3" gutterBottom>
        {part.title}
      </Typography>
      {part.kind === "section" ? (
        <FormSection fields={part.fields} values={papers.sections[part.id] ?? {}} />
      ) : (
        <FormList
          address={pathOf("reviews", reviewId, "papers", "lists", part.id)}
          part={part}
          total={papers.lists[part.id] ?? 0}
        />
      )}
    </Box>
  ));
}
