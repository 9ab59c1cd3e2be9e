import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useMe } from "../shell/use-me.ts";
import { Loading } from "../states/loading.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { NoteForm } from "./note-form.tsx";
import { OneNote } from "./one-note.tsx";
import { notesTexts as texts } from "./texts.ts";
import { useMayWriteNotes, useNotes } from "./use-notes.ts";

/** What the departments tell each other about a record: to read, and to write where the person may. */
export function Notes({ resource, recordId }: { resource: string; recordId: string }) {
  const { data, error, isPending, refetch } = useNotes(resource, recordId);
  const mayWrite = useMayWriteNotes();
  const person = useMe()?.user.id;
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.lead}
      </Typography>
      {mayWrite && person !== undefined ? <NoteForm key={recordId} {...{ resource, recordId, person }} /> : null}
      {error ? <ProblemNote cause={error} onAgain={refetch} /> : null}
      {isPending && error === null ? <Loading lines={2} /> : null}
      {data === undefined ? null : data.data.length === 0 ? (
        <Typography color="textSecondary">{texts.none}</Typography>
      ) : (
        <Box component="ol" aria-label={texts.title} sx={{ listStyle: "none", m: 0, p: 0 }}>
          {data.data.map((note) => (
            <OneNote key={note.id} note={note} />
          ))}
        </Box>
      )}
    </Box>
  );
}
