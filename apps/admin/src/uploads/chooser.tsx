import Button from "@mui/material/Button";
import { useRef } from "react";
import { offeredFiles } from "./refusal.ts";

/** A button that opens the browser's choice of files, or the camera of a tablet. */
export function Chooser({
  label,
  isOff,
  isSeveral,
  isCamera = false,
  helpId,
  add,
}: {
  label: string;
  isOff: boolean;
  isSeveral: boolean;
  isCamera?: boolean;
  helpId: string;
  add: (chosen: FileList | null) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={isSeveral}
        accept={isCamera ? "image/*" : offeredFiles}
        {...(isCamera ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          add(event.target.files);
          // The same file may be chosen once more after it was taken away.
          event.target.value = "";
        }}
      />
      <Button variant="outlined" disabled={isOff} aria-describedby={helpId} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
