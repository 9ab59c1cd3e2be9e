import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import type { FilesHint } from "@shifan/contract";
import { acceptedFilesText } from "@shifan/contract/labels";
import { useContext, useEffect, useId, useState } from "react";
import { Chooser } from "../uploads/chooser.tsx";
import { uploadTexts as texts } from "../uploads/texts.ts";
import { UploadedFiles } from "../uploads/uploaded-files.tsx";
import { useUploadQueue } from "../uploads/use-upload-queue.ts";
import type { FieldProps } from "./field-props.ts";
import { FormSubjectContext } from "./form-subject.ts";
import { bare, helpOf, labelOf } from "./schema.ts";

/** What is never asked for: a field is drawn as files by its hint. */
const none: FilesHint = { purpose: "material", targetField: null };

/** Files of an act: uploaded while the rest of the form is filled in; what the form holds are their ids. */
export function FileField({ name, schema, value, onChange, required, errors }: FieldProps) {
  const { recordId, values, hold } = useContext(FormSubjectContext);
  const { purpose, targetField } = bare(schema)["x-files"] ?? none;
  const target = targetField === null ? recordId : String(values[targetField] ?? "") || null;
  const isList = bare(schema).type === "array";
  const most = isList ? (bare(schema).maxItems ?? Number.POSITIVE_INFINITY) : 1;
  // What the form began with stays before what is added.
  const [known] = useState(() => (Array.isArray(value) ? (value as readonly string[]) : []));
  const { queue, files } = useUploadQueue(target === null ? null : { purpose, target }, (ids) =>
    onChange(isList ? [...known, ...ids] : (ids[0] ?? "")),
  );
  const isHeld = files.some(({ standing }) => standing !== "done");
  useEffect(() => {
    hold(name, { isHeld, giveUp: queue.discard });
    return () => hold(name, { isHeld: false, giveUp: () => undefined });
  }, [hold, name, isHeld, queue]);
  const labelId = useId();
  const helpId = useId();
  const isFull = known.length + files.length >= most;
  const add = (chosen: FileList | null) => queue.add([...(chosen ?? [])].slice(0, most - known.length - files.length));
  const said = [...errors.values()];
  const below = [
    ...said,
    ...[helpOf(schema)].filter((each) => each !== null),
    target === null ? texts.chooseTargetFirst : acceptedFilesText,
    ...(isFull && isList ? [texts.most(most)] : []),
  ];
  return (
    <FormControl component="fieldset" required={required} error={said.length > 0} sx={{ display: "block" }}>
      <FormLabel component="legend" id={labelId}>
        {labelOf(name, schema)}
      </FormLabel>
      <UploadedFiles files={files} onAgain={queue.again} onRemove={queue.remove} labelledBy={labelId} />
      <Box sx={{ display: "flex", gap: 1, my: 0.5 }}>
        <Chooser label={texts.chooseFiles} isOff={target === null || isFull} isSeveral={isList} {...{ helpId, add }} />
        <Box sx={{ display: "none", "@media (pointer: coarse)": { display: "block" } }}>
          <Chooser
            label={texts.takePicture}
            isOff={target === null || isFull}
            isSeveral={false}
            isCamera
            {...{ helpId, add }}
          />
        </Box>
      </Box>
      <FormHelperText id={helpId}>{below.join("；")}</FormHelperText>
    </FormControl>
  );
}
