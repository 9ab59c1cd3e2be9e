import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { SavedQuery } from "@shifan/contract";
import { useId, useState } from "react";
import { ActDialog } from "../acts/act-dialog.tsx";
import { texts as general } from "../texts/texts.ts";
import { queriesTexts as texts } from "./texts.ts";

type Chosen = { readonly query: SavedQuery; readonly act: "rename" | "remove" };

/** What the person has saved for a list, to be renamed or removed. */
export function ManageDialog({ queries, onClose }: { queries: readonly SavedQuery[]; onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.manageTitle}</DialogTitle>
      <DialogContent>
        {queries.length === 0 ? <Typography color="textSecondary">{texts.none}</Typography> : null}
        <Table size="small" aria-labelledby={titleId}>
          <TableBody>
            {queries.map((query) => (
              <TableRow key={query.id}>
                <TableCell component="th" scope="row">
                  {query.name}
                </TableCell>
                <TableCell align="right">
                  <Button
                    onClick={() => setChosen({ query, act: "rename" })}
                    aria-label={`${texts.rename}：${query.name}`}
                  >
                    {texts.rename}
                  </Button>
                  <Button
                    color="error"
                    onClick={() => setChosen({ query, act: "remove" })}
                    aria-label={`${texts.remove}：${query.name}`}
                  >
                    {texts.remove}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {chosen === null ? null : (
          <ActDialog
            resource="saved-queries"
            record={{ ...chosen.query, etag: `"${chosen.query.revision}"` }}
            act={chosen.act}
            additions={chosen.act === "rename" ? { known: { name: chosen.query.name } } : { isGrave: true }}
            onClose={() => setChosen(null)}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {general.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
