import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import type { Inspection } from "@shifan/contract";
import { fieldLabels as labels } from "@shifan/contract/labels";
import { createContext, useContext } from "react";
import { errorsBelow } from "../forms/errors.ts";
import type { FieldProps } from "../forms/field-props.ts";
import { colours } from "../theme/theme.ts";
import { inspectionsTexts as texts } from "./texts.ts";

/** The inspection whose checklist is filled in: what is asked, and the answers there are, stand in the record. */
export const Inspected = createContext<Inspection | null>(null);

/** On glass the answers are as large as keys. */
const offered = {
  minHeight: 40,
  "@media (pointer: coarse)": {
    ml: 0,
    mr: 1,
    mt: 0.5,
    pr: 2,
    minHeight: 52,
    minWidth: 112,
    border: 1,
    borderColor: "divider",
    borderRadius: 1,
  },
} as const;
const chosen = {
  ...offered,
  "@media (pointer: coarse)": {
    ...offered["@media (pointer: coarse)"],
    borderColor: "primary.main",
    background: colours.blueSoft,
  },
} as const;

type Item = Inspection["checklist"][number];
type Rating = Inspection["ratings"][number];
export type Rated = { readonly item: string; readonly rating: string; readonly remark: string };

/** Every item with what was found, one below the other; what is not looked at yet is left out, never taken for good. */
export function ChecklistField({ value, onChange, errors }: FieldProps) {
  const inspection = useContext(Inspected);
  if (inspection === null) return null;
  const { checklist, ratings } = inspection;
  const rated = Array.isArray(value) ? (value as readonly Rated[]) : [];
  // In the order of the list, whatever is rated first: the server names places in what was sent.
  const set = (next: Rated) => {
    const known = new Map([...rated, next].map((each) => [each.item, each]));
    onChange(checklist.flatMap(({ item }) => known.get(item) ?? []));
  };
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Typography component="legend" color="textSecondary">
        {labels.checklist}（{texts.rated(rated.length, checklist.length)}）
      </Typography>
      {errors.has("") ? <FormHelperText error>{errors.get("")}</FormHelperText> : null}
      {checklist.map((item) => {
        const place = rated.findIndex((each) => each.item === item.item);
        return (
          <OneItem
            key={item.item}
            {...{ item, ratings }}
            rated={rated[place]}
            onRate={set}
            errors={place < 0 ? new Map() : errorsBelow(errors, String(place))}
          />
        );
      })}
    </Box>
  );
}

function OneItem({
  item,
  ratings,
  rated,
  onRate,
  errors,
}: {
  item: Item;
  ratings: readonly Rating[];
  rated: Rated | undefined;
  onRate: (rated: Rated) => void;
  errors: ReadonlyMap<string, string>;
}) {
  const { item: id, title, subject, how, article } = item;
  const needsRemark = ratings.find((each) => each.id === rated?.rating)?.needsRemark ?? false;
  const [error] = errors.values();
  return (
    <Box sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
      <Typography id={`item-${id}`} sx={{ fontWeight: 500 }}>
        {subject}：{title}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {how}（{article}）
      </Typography>
      <RadioGroup
        row
        aria-labelledby={`item-${id}`}
        value={rated?.rating ?? ""}
        onChange={(_, rating) => onRate({ item: id, rating, remark: rated?.remark ?? "" })}
      >
        {ratings.map((rating) => (
          <FormControlLabel
            key={rating.id}
            value={rating.id}
            label={rating.label}
            control={<Radio size="small" />}
            sx={rating.id === rated?.rating ? chosen : offered}
          />
        ))}
      </RadioGroup>
      {rated === undefined ? null : (
        <TextField
          fullWidth
          multiline
          label={labels.remark}
          required={needsRemark}
          value={rated.remark}
          onChange={(event) => onRate({ ...rated, remark: event.target.value })}
          error={error !== undefined}
          helperText={error}
        />
      )}
    </Box>
  );
}
