import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { type Holiday, readNotice } from "./read-notice.ts";
import { holidaysTexts as texts } from "./texts.ts";

/** The text of the notice, out of which the days are read; what was read stands for correction. */
export function Paste({ year, onRead }: { year: number; onRead: (days: readonly Holiday[]) => void }) {
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReturnType<typeof readNotice> | null>(null);
  const go = () => {
    const found = readNotice(text, year);
    setRead(found);
    if (found.days.length > 0) onRead(found.days);
  };
  const of = (kind: Holiday["kind"]) => (read?.days ?? []).filter((each) => each.kind === kind).length;
  return (
    <Box sx={{ mb: 1 }}>
      <TextField
        fullWidth
        multiline
        minRows={3}
        maxRows={8}
        label={texts.paste}
        helperText={texts.pasteHelp}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button variant="outlined" disabled={text.trim() === ""} sx={{ my: 1 }} onClick={go}>
        {texts.read}
      </Button>
      <div aria-live="polite">
        {read === null ? null : (
          <Alert severity={read.days.length === 0 || read.doubts.length > 0 ? "warning" : "success"}>
            {read.days.length === 0 ? texts.readNothing : texts.readCount(of("off"), of("working"))}
            {read.doubts.length === 0 ? null : (
              <Typography variant="body2">{`${texts.doubts}：${read.doubts.join("；")}`}</Typography>
            )}
          </Alert>
        )}
      </div>
    </Box>
  );
}
