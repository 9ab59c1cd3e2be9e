import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ApplicationFormView } from "@shifan/contract";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { pathOf } from "../../api/data-provider.ts";
import { Loading } from "../../states/loading.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { colours } from "../../theme/theme.ts";
import type { Case } from "./case.ts";
import { FormList } from "./form-list.tsx";
import { FormSection } from "./form-section.tsx";
import { usePart } from "./use-part.ts";

const partId = (part: string) => `form-${part}`;

/** The form as it was filled in, part by part in its own words. */
export default function Form({ record }: { record: Case }) {
  const { data, error, isPending, refetch } = usePart<ApplicationFormView>(record.id, "form");
  const [query] = useSearchParams();
  const part = query.get("part");
  const isThere = data !== undefined;
  useEffect(() => {
    const section = isThere && part !== null ? document.getElementById(partId(part)) : null;
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  }, [isThere, part]);
  if (error) return <ProblemNote cause={error} onAgain={refetch} />;
  if (isPending) return <Loading />;
  return (
    <Box sx={{ p: 1.5 }}>
      {data.parts.map((part) => (
        <Box
          component="section"
          key={part.id}
          id={partId(part.id)}
          tabIndex={-1}
          sx={{ mb: 2, scrollMarginTop: "64px", "&:focus": { outline: `2px solid ${colours.blue}`, outlineOffset: 4 } }}
        >
          <Typography component="h2" variant="h3" gutterBottom>
            {part.title}
          </Typography>
          {part.kind === "section" ? (
            <FormSection fields={part.fields} values={data.sections[part.id]?.values ?? {}} />
          ) : (
            <FormList
              address={pathOf("applications", record.id, "form", "lists", part.id)}
              part={part}
              total={data.lists[part.id]?.rows ?? 0}
            />
          )}
        </Box>
      ))}
    </Box>
  );
}
