import { createTheme } from "@mui/material/styles";
import { texts } from "../texts/texts.ts";

/** The colours of the public pages, so that both halves of the product look like one. */
export const colours = {
  ink: "#1b2733",
  inkQuiet: "#465665",
  ground: "#f2f5f8",
  line: "#d3dce4",
  edge: "#6b7c8b",
  blue: "#0d3b66",
  blueDeep: "#08294a",
  blueSoft: "#e5eef6",
  bluePale: "#9db8d2",
  red: "#a3262a",
  redSoft: "#fcf0ef",
  amber: "#744a00",
  amberSoft: "#fff7e6",
  violet: "#463a86",
  violetSoft: "#f1effa",
  green: "#185f36",
  greenSoft: "#ebf5ef",
} as const;

const fonts = [
  "-apple-system",
  "BlinkMacSystemFont",
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  "MiSans",
  '"Microsoft YaHei"',
  '"Noto Sans SC"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  "sans-serif",
].join(",");

/** Fingers hit 44 pixels and more; a mouse is served by less. */
const touched = "@media (pointer: coarse)";
const finger = 44;

/** Calm and dense: an office screen of 1366 pixels is to hold a whole case. */
export const theme = createTheme({
  palette: {
    mode: "light",
    primary: { main: colours.blue, dark: colours.blueDeep, light: colours.blueSoft, contrastText: "#fff" },
    secondary: { main: colours.blue },
    error: { main: colours.red, light: colours.redSoft },
    warning: { main: colours.amber, light: colours.amberSoft },
    success: { main: colours.green, light: colours.greenSoft },
    info: { main: colours.violet, light: colours.violetSoft },
    text: { primary: colours.ink, secondary: colours.inkQuiet },
    background: { default: colours.ground, paper: "#fff" },
    divider: colours.line,
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: fonts,
    fontSize: 14,
    h1: { fontSize: "1.375rem", fontWeight: 600 },
    h2: { fontSize: "1.125rem", fontWeight: 600 },
    h3: { fontSize: "1rem", fontWeight: 600 },
    button: { fontWeight: 500, textTransform: "none" },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: "tabular-nums" },
        // Whoever asks their system for less motion gets none: what fades elsewhere is there at once.
        "@media (prefers-reduced-motion: reduce)": { "*, *::before, *::after": { transition: "none !important" } },
      },
    },
    MuiAutocomplete: {
      defaultProps: {
        loadingText: texts.loading,
        noOptionsText: texts.notFound,
        openText: texts.unfold,
        closeText: texts.fold,
        clearText: texts.clear,
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: "small" },
      styleOverrides: { root: { minHeight: 32, [touched]: { minHeight: finger, minWidth: finger } } },
    },
    // The lists of react-admin name the box around the mark, which no screen reader reads; the name belongs to the mark itself.
    MuiCheckbox: {
      styleOverrides: { root: { [touched]: { padding: 10 } } },
      defaultProps: {
        slotProps: {
          root: { "aria-label": undefined },
          input: (owner) => {
            const name = (owner as { "aria-label"?: string })["aria-label"];
            return name === undefined ? {} : { "aria-label": name };
          },
        },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { rounded: { border: `1px solid ${colours.line}` } },
    },
    MuiAppBar: { styleOverrides: { root: { border: 0 } } },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: colours.line, padding: "6px 12px", [touched]: { height: 48 } },
        head: { color: colours.inkQuiet, fontWeight: 500, background: "#f8fafc", whiteSpace: "nowrap" },
      },
    },
    // The help of a shut field says why it is shut.
    MuiFormHelperText: { styleOverrides: { root: { "&.Mui-disabled": { color: colours.inkQuiet } } } },
    MuiTextField: { defaultProps: { size: "small", variant: "outlined" } },
    MuiFormControl: { defaultProps: { size: "small", variant: "outlined" } },
    MuiChip: { defaultProps: { size: "small" }, styleOverrides: { root: { borderRadius: 4 } } },
    MuiIconButton: { styleOverrides: { root: { [touched]: { minHeight: finger, minWidth: finger } } } },
    MuiListItemButton: { styleOverrides: { root: { [touched]: { minHeight: finger } } } },
    MuiMenuItem: { styleOverrides: { root: { [touched]: { minHeight: finger } } } },
    MuiInputBase: { styleOverrides: { root: { [touched]: { minHeight: finger } } } },
    MuiRadio: { styleOverrides: { root: { [touched]: { padding: 10 } } } },
    MuiLink: { defaultProps: { underline: "hover" } },
    MuiAlert: { styleOverrides: { root: { border: "1px solid currentColor", borderColor: colours.line } } },
    // Nothing slides or fades: what is there can be read at once.
    MuiSnackbar: { defaultProps: { transitionDuration: 0 } },
    MuiDialog: { defaultProps: { transitionDuration: 0 } },
    MuiTooltip: { defaultProps: { arrow: true } },
    MuiTab: { styleOverrides: { root: { minHeight: 44, fontSize: "0.875rem" } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
  },
});
