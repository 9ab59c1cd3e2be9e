import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ChangeEvent, useId, useRef, useState } from "react";
import { randomKey } from "../../api/random-key.ts";
import { fileTexts } from "../../files/texts.ts";
import type { FieldProps } from "../../forms/field-props.ts";
import { texts as general } from "../../texts/texts.ts";
import { offeredFiles, refusalOf } from "../../uploads/refusal.ts";
import { uploadTexts } from "../../uploads/texts.ts";
import { removeFile } from "../../uploads/upload.ts";
import type { KeptFile } from "./kept.ts";
import { KeptPicture } from "./kept-picture.tsx";
import { visitTexts as texts } from "./texts.ts";

/** Photographs and papers, taken on the spot and kept on the device: a hall without a connection is no reason to lose one. */
export function PhotosField({ value, onChange, errors }: FieldProps) {
  const kept = (value ?? []) as readonly KeptFile[];
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    // What the server would not take is said at once, and not after the way home.
    setRefused(files.flatMap((file) => (refusalOf(file) === null ? [] : [`${file.name}：${refusalOf(file)}`])));
    const taken = files.filter((file) => refusalOf(file) === null);
    onChange([...kept, ...taken.map((file): KeptFile => ({ key: randomKey(), file, id: null }))]);
  };
  const remove = ({ key, id }: KeptFile) => {
    onChange(kept.filter((each) => each.key !== key));
    // What stays behind belongs to no inspection, and is the uploader's alone.
    if (id !== null) void removeFile(id).catch(() => undefined);
  };
  return (
    <Box role="group" aria-labelledby={labelId}>
      <Typography id={labelId} color="textSecondary">
        {texts.photos}（{texts.photoCount(kept.length)}）
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {texts.photosLead}
      </Typography>
      {[...errors.values(), ...refused].map((error) => (
        <FormHelperText key={error} error>
          {error}
        </FormHelperText>
      ))}
      <Stack direction="row" spacing={1} sx={{ py: 1 }}>
        <Button variant="outlined" onClick={() => camera.current?.click()}>
          {uploadTexts.takePicture}
        </Button>
        <Button variant="outlined" onClick={() => chooser.current?.click()}>
          {uploadTexts.chooseFiles}
        </Button>
        <input hidden ref={camera} type="file" accept="image/*" capture="environment" onChange={take} />
        <input hidden ref={chooser} type="file" accept={offeredFiles} multiple onChange={take} />
      </Stack>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none", display: "flex", flexWrap: "wrap", gap: 1 }}>
        {kept.map((each) => (
          <Box component="li" key={each.key} sx={{ width: 168, border: 1, borderColor: "divider", p: 1 }}>
            {each.file.type.startsWith("image/") ? <KeptPicture file={each.file} label={each.file.name} /> : null}
            <Typography variant="body2" sx={{ overflowWrap: "anywhere" }}>
              {each.file.name}（{fileTexts.size(each.file.size)}）
            </Typography>
            <Button color="error" aria-label={uploadTexts.remove(each.file.name)} onClick={() => remove(each)}>
              {general.remove}
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
