import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { DayCell, DistrictCell, DueCell, InstantCell } from "../cells/cells.tsx";
import { RecordLink } from "./record-link.tsx";

/** One line of what a record says. */
export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  /** Long texts take the whole width. */
  readonly isLong?: boolean;
};

const isBlank = ({ value }: Fact) => value === null || value === undefined || value === "";

/** What a record says, two facts beside each other, on a wide screen three, unless said otherwise; what is not given is left out. */
export function Facts({ facts, columns = 2 }: { facts: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns:
          columns === 1 ? "minmax(0, 1fr)" : { xs: "repeat(2, minmax(0, 1fr))", xl: "repeat(3, minmax(0, 1fr))" },
        columnGap: 4,
        rowGap: 0.25,
      }}
    >
      {facts
        .filter((fact) => !isBlank(fact))
        .map(({ label, value, isLong = false }) => (
          <Box
            key={label}
            sx={{
              display: "flex",
              borderBottom: 1,
              borderColor: "divider",
              py: 0.75,
              ...(isLong ? { gridColumn: "1 / -1" } : {}),
            }}
          >
            <Typography component="dt" variant="body2" color="textSecondary" sx={{ width: 132, pr: 1, flexShrink: 0 }}>
              {label}
            </Typography>
            <Typography
              component="dd"
              variant="body2"
              // A line of more than some sixty characters is not read, but lost.
              sx={{ m: 0, minWidth: 0, maxWidth: "64em", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
            >
              {value}
            </Typography>
          </Box>
        ))}
    </Box>
  );
}

/** A text, over the whole width. */
export const long = (label: string, value: string | null | undefined): Fact => ({ label, value, isLong: true });
/** A short text or a number. */
export const text = (label: string, value: string | number | null | undefined): Fact => ({ label, value });
/** A day; left out where there is none. */
export const day = (label: string, value: string | null | undefined): Fact => ({
  label,
  value: value === null || value === undefined ? null : <DayCell day={value} />,
});
/** A last day, with what is left. */
export const due = (label: string, value: string | null | undefined): Fact => ({
  label,
  value: value === null || value === undefined ? null : <DueCell day={value} />,
});
/** A moment. */
export const instant = (label: string, value: string | null | undefined): Fact => ({
  label,
  value: value === null || value === undefined ? null : <InstantCell instant={value} />,
});
/** A district by its name. */
export const district = (label: string, value: string | null | undefined): Fact => ({
  label,
  value: value === null || value === undefined ? null : <DistrictCell district={value} />,
});
/** The title that a record is about, by the platform's name, with the way to its page. */
export const titleOf = (
  label: string,
  { certificationId, platformName }: { certificationId: string; platformName: string },
): Fact => ({
  label,
  value: (
    <RecordLink resource="certifications" id={certificationId}>
      {platformName}
    </RecordLink>
  ),
});
/** Yes or no; left out where it is not known. */
export const yesNo = (label: string, value: boolean | null | undefined): Fact => ({
  label,
  value: value === null || value === undefined ? null : value ? "是" : "否",
});
