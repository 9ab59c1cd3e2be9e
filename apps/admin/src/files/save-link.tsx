import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { MouseEvent, ReactNode } from "react";
import { texts as general } from "../texts/texts.ts";
import { fileTexts as texts } from "./texts.ts";
import { setbackText, useSaving } from "./use-saving.ts";

/**
 * A file that the server has or makes, to be kept: how far it is stands beside the link, and why it did not come. It stays a link, so that a
 * person may also open or copy it.
 *
 * @param known the file's name where the page knows it; else the server's
 */
export function SaveLink({
  href,
  known,
  look = "link",
  label,
  children,
}: {
  href: string;
  known?: string;
  look?: "link" | "contained" | "outlined";
  /** For screen readers, where the words alone do not say which file. */
  label?: string;
  children: ReactNode;
}) {
  const { save, standing } = useSaving(href, known);
  const click = (event: MouseEvent) => {
    // Whoever opens it in a tab of its own wants just that.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void save();
  };
  const shared = { href, download: known ?? true, onClick: click, "aria-busy": standing.kind === "coming" } as const;
  const named = label === undefined ? {} : { "aria-label": label };
  return (
    <>
      {look === "link" ? (
        <Link {...shared} {...named} underline="always">
          {children}
        </Link>
      ) : (
        <Button component="a" variant={look} {...shared} {...named}>
          {children}
        </Button>
      )}
      <Typography component="span" variant="caption" color="textSecondary" aria-live="polite" sx={{ ml: 0.5 }}>
        {standing.kind === "coming" ? texts.coming(standing.received, standing.total) : ""}
        {standing.kind === "saved" ? texts.saved : ""}
      </Typography>
      {standing.kind === "not_saved" ? (
        <Alert
          severity="warning"
          sx={{ my: 0.5 }}
          action={
            <Button color="inherit" onClick={save}>
              {general.again}
            </Button>
          }
        >
          {setbackText(standing.cause)}
        </Alert>
      ) : null}
    </>
  );
}
