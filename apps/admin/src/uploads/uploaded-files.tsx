import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { Problem } from "@shifan/contract/client";
import { fileTexts } from "../files/texts.ts";
import { texts as general } from "../texts/texts.ts";
import type { QueuedFile } from "./queue.ts";
import { uploadTexts as texts } from "./texts.ts";

/** The chosen files, one a line: how far each is, and what can be done about it. */
export function UploadedFiles({
  files,
  labelledBy,
  onAgain,
  onRemove,
}: {
  files: readonly QueuedFile[];
  /** The id of what the list is called by. */
  labelledBy: string;
  onAgain: (key: string) => void;
  onRemove: (key: string) => void;
}) {
  if (files.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {texts.none}
      </Typography>
    );
  }
  return (
    <Box component="ul" aria-labelledby={labelledBy} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {files.map((file) => (
        <Box component="li" key={file.key} sx={{ borderBottom: 1, borderColor: "divider", py: 0.5 }}>
          <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
              {file.name}（{fileTexts.size(file.size)}）
            </Typography>
            <Typography
              variant="body2"
              color={file.standing === "refused" ? "error" : "textSecondary"}
              aria-live="polite"
              sx={{ flexShrink: 0 }}
            >
              {standingText(file)}
            </Typography>
            {file.standing === "interrupted" ? <Button onClick={() => onAgain(file.key)}>{texts.goOn}</Button> : null}
            <Button color="error" onClick={() => onRemove(file.key)} aria-label={texts.remove(file.name)}>
              {general.remove}
            </Button>
          </Box>
          {file.standing === "sending" ? (
            <LinearProgress variant="determinate" value={shareOf(file)} aria-label={file.name} />
          ) : null}
          {file.standing === "interrupted" || file.standing === "refused" ? (
            <Typography variant="body2" color="error">
              {causeText(file)}
            </Typography>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}

const shareOf = ({ sent, size }: QueuedFile): number => Math.floor((sent / size) * 100);

function standingText(file: QueuedFile): string {
  switch (file.standing) {
    case "waiting":
      return texts.waiting;
    case "sending":
      return texts.sending(shareOf(file));
    case "interrupted":
      return texts.come(shareOf(file));
    case "refused":
      return texts.refused;
    case "done":
      return texts.done;
  }
}

/** Why a file is not there, in the server's words where it has said something. */
function causeText({ cause }: QueuedFile): string {
  if (typeof cause === "string") return cause;
  return cause instanceof Problem && cause.code !== "unreadable" ? cause.message : texts.interrupted;
}
