import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { FormPart } from "@shifan/contract";
import { pathOf } from "../../api/data-provider.ts";
import { ask } from "../../api/server.ts";
import { FormFields } from "./fields/form-fields.tsx";
import { moveOnByEnter } from "./fields/next-field.ts";
import { WriteState } from "./fields/write-state.tsx";
import type { PlacedFindings } from "./place-findings.ts";
import type { EntryDrafts } from "./writing/entry-drafts.ts";
import { useWriting } from "./writing/use-writing.ts";
import type { Seen } from "./writing/written.ts";

/** A section of the form, saved while it is typed. @param onSaved with the section as the server has it now */
export function SectionPart({
  applicationId,
  part,
  seen,
  drafts,
  findings,
  onSaved,
}: {
  applicationId: string;
  part: FormPart;
  seen: Seen;
  drafts: EntryDrafts;
  findings: PlacedFindings;
  onSaved: (section: string, now: Seen) => void;
}) {
  const path = pathOf("applications", applicationId, "form", "sections", part.id);
  const writing = useWriting({
    drafts,
    part: part.id,
    seen,
    isSavedByItself: true,
    read: async () => (await ask<Seen>({ method: "GET", path })).body,
    send: async (body, revision) => {
      const headers = { "if-match": `"${revision}"` };
      const { body: now } = await ask<Seen>({ method: "PUT", path, headers, body });
      onSaved(part.id, now);
      return now;
    },
  });
  const byId = new Map(part.fields.map((field) => [field.id, field]));
  const groups = part.groups.length > 0 ? part.groups : [{ title: "", fields: [...byId.keys()] }];
  return (
    <Box onKeyDown={moveOnByEnter}>
      <WriteState writing={writing} fields={part.fields} />
      {groups.map(({ title, fields }) => (
        <Box component="section" key={title} sx={{ mb: 2 }} {...(title === "" ? {} : { "aria-label": title })}>
          {title === "" ? null : (
            <Typography component="h3" variant="h3" sx={{ mb: 1, mt: 1 }}>
              {title}
            </Typography>
          )}
          <FormFields
            fields={fields.flatMap((id) => byId.get(id) ?? [])}
            writing={writing}
            findings={findings.ofField}
          />
        </Box>
      ))}
    </Box>
  );
}
