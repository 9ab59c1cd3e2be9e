import Button from "@mui/material/Button";
import { fileTexts as texts } from "./texts.ts";

/** How long the other tab may take to read it, in milliseconds. */
const reading = 60_000;

/** Opens a paper in a tab of its own, where the browser prints it as it is, every page at full sharpness. */
export function PrintButton({ file }: { file: Blob }) {
  const print = () => {
    const address = URL.createObjectURL(file);
    window.open(address, "_blank");
    setTimeout(() => URL.revokeObjectURL(address), reading);
  };
  return (
    <Button variant="outlined" onClick={print}>
      {texts.print}
    </Button>
  );
}
