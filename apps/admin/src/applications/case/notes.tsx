import Box from "@mui/material/Box";
import { Notes } from "../../notes/notes.tsx";
import type { Case } from "./case.ts";

/** What those who work on the case tell each other. */
export default function CaseNotes({ record }: { record: Case }) {
  return (
    <Box sx={{ p: 1.5 }}>
      <Notes resource="applications" recordId={record.id} />
    </Box>
  );
}
