import Box from "@mui/material/Box";
import { useEffect, useState } from "react";

/** A picture that is on the device alone as yet. */
export function KeptPicture({ file, label }: { file: File; label: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === null) return null;
  return <Box component="img" src={url} alt={label} sx={{ display: "block", maxWidth: "100%", maxHeight: 160 }} />;
}
