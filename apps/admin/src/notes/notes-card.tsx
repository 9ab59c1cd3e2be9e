import { Card } from "../pages/card.tsx";
import { Notes } from "./notes.tsx";
import { notesTexts as texts } from "./texts.ts";
import { useMayReadNotes } from "./use-notes.ts";

/** The notes about a record as a part of its page, for whoever reads them; on no paper that is printed of it. */
export function NotesCard({ resource, recordId }: { resource: string; recordId: string }) {
  if (!useMayReadNotes()) return null;
  return (
    <div className="no-print">
      <Card title={texts.title}>
        <Notes {...{ resource, recordId }} />
      </Card>
    </div>
  );
}
