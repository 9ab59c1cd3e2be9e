import { useTheme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";

/** Whether the window is as narrow as a tablet held upright: the menu goes behind a button, and lists into one column. */
export function useIsNarrow(): boolean {
  return useMediaQuery(useTheme().breakpoints.down("md"), { noSsr: true });
}
