import Stack from "@mui/material/Stack";
import { SaveLink } from "./save-link.tsx";

/** Files that the server makes, each a link that saves it. */
export function Downloads({ files }: { files: readonly { readonly label: string; readonly href: string }[] }) {
  return (
    <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: "wrap" }} className="no-print">
      {files.map(({ label, href }) => (
        <div key={label}>
          <SaveLink href={href}>{label}</SaveLink>
        </div>
      ))}
    </Stack>
  );
}
