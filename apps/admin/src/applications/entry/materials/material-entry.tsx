import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Chip from "@mui/material/Chip";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { acceptedFilesText } from "@shifan/contract/labels";
import { useEffect, useId, useRef, useState } from "react";
import { FilePreview } from "../../../files/file-preview.tsx";
import { ProblemNote } from "../../../states/problem-note.tsx";
import { texts as general } from "../../../texts/texts.ts";
import { colours } from "../../../theme/theme.ts";
import { Chooser } from "../../../uploads/chooser.tsx";
import { uploadTexts } from "../../../uploads/texts.ts";
import { removeFile } from "../../../uploads/upload.ts";
import { UploadedFiles } from "../../../uploads/uploaded-files.tsx";
import { useUploadQueue } from "../../../uploads/use-upload-queue.ts";
import { applicationTexts } from "../../texts.ts";
import { isLacking } from "../menu.ts";
import { entryTexts as texts } from "../texts.ts";
import { FileName } from "./file-name.tsx";
import { ShortCode } from "./short-code.tsx";
import { type Material, useMaterial } from "./use-material.ts";

/** One material: whether its original lies with the dossier, and its scans, each attached as soon as it has come. */
export function MaterialEntry({ applicationId, material }: { applicationId: string; material: Material }) {
  const { id, title, article, status, reasons, isOnPaper, fileIds, sealed } = material;
  const labelId = useId();
  const helpId = useId();
  const { isBusy, cause, put } = useMaterial(applicationId, material);
  const [come, setCome] = useState<readonly string[]>([]);
  // Shown as ticked while the server is told; after that it is as the server says.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { queue, files } = useUploadQueue({ purpose: "material", target: `${applicationId}:${id}` }, setCome);
  const waiting = come.filter((each) => !fileIds.includes(each));
  const attach = () => put((now) => ({ ...now, fileIds: [...new Set([...now.fileIds, ...waiting])] }));
  // Attached to what is there by then: once for each file that has come, and again after a colleague was faster.
  const attachNow = useRef(attach);
  attachNow.current = attach;
  const toAttach = isBusy || cause !== null ? "" : waiting.join(" ");
  useEffect(() => {
    if (toAttach !== "") void attachNow.current();
  }, [toAttach]);
  const tick = async (checked: boolean) => {
    setWanted(checked);
    await put((now) => ({ ...now, isOnPaper: checked }));
    setWanted(null);
  };
  const remove = async (fileId: string) => {
    const isTaken = await put((now) => ({
      ...now,
      fileIds: now.fileIds.filter((each) => each !== fileId),
      printed: now.printed.filter((each) => each.fileId !== fileId),
    }));
    if (!isTaken) return;
    setCome((before) => before.filter((each) => each !== fileId));
    setShown(null);
    // One that was judged or printed by may have to stay: it is nobody's loss.
    await removeFile(fileId).catch(() => undefined);
  };
  // What is attached stands with the material.
  const onTheWay = files.filter(
    (file) => file.id === null || (waiting.includes(file.id) && !fileIds.includes(file.id)),
  );
  return (
    <Box component="section" aria-labelledby={labelId} sx={{ borderTop: 1, borderColor: "divider", py: 1 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
        <Typography id={labelId} component="h3" variant="body2" sx={{ flex: "1 1 240px", fontWeight: 600 }}>
          {id} {title}
          <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
            {article}
          </Typography>
        </Typography>
        <Chip
          label={applicationTexts.materialStatus[status] ?? status}
          sx={
            isLacking(material)
              ? { color: colours.amber, background: colours.amberSoft }
              : { color: colours.green, background: colours.greenSoft }
          }
        />
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={wanted ?? isOnPaper}
              disabled={isBusy}
              onChange={(_, checked) => void tick(checked)}
            />
          }
          label={texts.original}
          slotProps={{ typography: { variant: "body2" } }}
        />
        <Chooser
          label={texts.addScan}
          isOff={false}
          isSeveral
          helpId={helpId}
          add={(chosen) => queue.add([...(chosen ?? [])])}
        />
        <span id={helpId} hidden>
          {acceptedFilesText}
        </span>
      </Box>
      {reasons.map(({ code, text }) => (
        <Typography key={code} variant="body2" sx={{ color: colours.amber }}>
          {text}
        </Typography>
      ))}
      {cause === null ? null : (
        <ProblemNote cause={cause} onAgain={waiting.length > 0 ? () => void attach() : undefined} />
      )}
      {onTheWay.length === 0 ? null : (
        <UploadedFiles files={onTheWay} labelledBy={labelId} onAgain={queue.again} onRemove={queue.remove} />
      )}
      {fileIds.length === 0 ? null : (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
          {fileIds.map((fileId, place) => (
            <Box component="li" key={fileId} sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
              <Button aria-expanded={shown === fileId} onClick={() => setShown(shown === fileId ? null : fileId)}>
                <FileName id={fileId} otherwise={applicationTexts.file(place + 1)} />
              </Button>
              <ShortCode
                sealed={sealed}
                fileId={fileId}
                isBusy={isBusy}
                onWritten={(shortCode) =>
                  put((now) => ({
                    ...now,
                    printed: [...now.printed.filter((each) => each.fileId !== fileId), { fileId, shortCode }],
                  }))
                }
              />
              <Box sx={{ flex: 1 }} />
              <Button
                color="error"
                disabled={isBusy}
                aria-label={uploadTexts.remove(applicationTexts.file(place + 1))}
                onClick={() => void remove(fileId)}
              >
                {general.remove}
              </Button>
              {shown === fileId ? (
                <Box sx={{ flexBasis: "100%" }}>
                  <FilePreview id={fileId} />
                </Box>
              ) : null}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
