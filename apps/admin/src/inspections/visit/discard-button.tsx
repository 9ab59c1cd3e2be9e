import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { texts as general } from "../../texts/texts.ts";
import { outbox } from "./device.ts";
import { visitTexts as texts } from "./texts.ts";

/** Clears what was written, after asking: there is no second copy of it. */
export function DiscardButton({ id }: { id: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const titleId = useId();
  return (
    <>
      <Button color="error" onClick={() => setIsAsking(true)}>
        {texts.discard}
      </Button>
      <Dialog open={isAsking} onClose={() => setIsAsking(false)} aria-labelledby={titleId}>
        <DialogTitle id={titleId}>{texts.discardTitle}</DialogTitle>
        <DialogContent>{texts.discardLead}</DialogContent>
        <DialogActions>
          <Button onClick={() => setIsAsking(false)}>{general.cancel}</Button>
          <Button
            color="error"
            variant="contained"
            onClick={() => {
              setIsAsking(false);
              void outbox.discard(id);
            }}
          >
            {texts.discardDo}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
