import Box from "@mui/material/Box";
import { useInput } from "ra-core";
import { useState } from "react";
import { DayField } from "../forms/day/day-field.tsx";
import { auditTexts as texts } from "./texts.ts";

/** One day, typed as people write it; the list follows once it is a whole day. */
export function DayFilter({ source }: { source: string; alwaysOn?: boolean }) {
  const { field } = useInput({ source });
  const [value, setValue] = useState<string>(field.value ?? "");
  const change = (typed: string) => {
    setValue(typed);
    if (typed === "" || /^\d{4}-\d{2}-\d{2}$/.test(typed)) field.onChange(typed);
  };
  return (
    <Box sx={{ width: 180 }}>
      <DayField label={texts.day} value={value} onChange={change} required={false} error={null} help={null} />
    </Box>
  );
}
