import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationFormView } from "@shifan/contract";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import type { Case } from "./case.ts";
import { FormList } from "./form-list.tsx";
import { FormSection } from "./form-section.tsx";
import { usePart } from "./use-part.ts";

/** The form as it was filled in, part by part in its own words. */
export default function Form({ record }: { record: Case }) {
  const { data, error, isPending, refetch } = usePart<ApplicationFormView>(record.id, "form");
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  return (
    <Box sx={{ p: 1.5 }}>
      {data.parts.map((part) => (
        <Box component="section" key={part.id} sx={{ mb: 2 }}>
          <Typography component="h2" variant="h3" gutterBottom>
            {part.title}
          </Typography>
          {part.kind === "section" ? (
            <FormSection fields={part.fields} values={data.sections[part.id]?.values ?? {}} />
          ) : (
            <FormList applicationId={record.id} part={part} total={data.lists[part.id]?.rows ?? 0} />
          )}
        </Box>
      ))}
    </Box>
  );
}
