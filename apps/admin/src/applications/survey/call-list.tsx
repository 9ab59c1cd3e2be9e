import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import type { Survey } from "@shifan/contract";
import { fieldLabels, valueLabelsInForm } from "@shifan/contract/labels";
import type { RowColumn } from "../../pages/row-columns.tsx";
import { RowsOf } from "../../pages/rows.tsx";
import { colours } from "../../theme/theme.ts";
import { surveyTexts as texts } from "./texts.ts";

const form = "applications/record-answer";
const ratings = valueLabelsInForm(form, "rating") ?? {};
const methods = valueLabelsInForm(form, "method") ?? {};
const looks = {
  drawn: { color: colours.amber, background: colours.amberSoft },
  answered: { color: colours.green, background: colours.greenSoft },
  replaced: { color: colours.inkQuiet, background: colours.ground },
} as const;

/** Everybody who was drawn, in the order of the draw, with what was answered or why somebody else was asked. */
export function CallList({
  sampled,
  chosen,
  onChoose,
}: {
  sampled: Survey["sampled"];
  chosen: number | null;
  /** Null for those who only read. */
  onChoose: ((place: number) => void) | null;
}) {
  const columns: RowColumn<Survey["sampled"][number]>[] = [
    { label: texts.place, cell: ({ place }) => place, isFigure: true, share: 0.5 },
    {
      label: texts.enterprise,
      cell: (each) => (
        <>
          {onChoose === null || each.state === "replaced" ? (
            each.enterprise
          ) : (
            <Button
              onClick={() => onChoose(each.place)}
              aria-pressed={each.place === chosen}
              sx={{ justifyContent: "start", textAlign: "start", minWidth: 0, px: 0.5, ml: -0.5 }}
            >
              {each.enterprise}
            </Button>
          )}
          <Detail each={each} />
        </>
      ),
      share: 3,
    },
    {
      label: texts.standing,
      cell: ({ state }) => <Chip label={texts.states[state]} sx={looks[state]} />,
      isShort: true,
    },
    { label: fieldLabels.rating, cell: ({ rating }) => (rating === null ? "—" : ratings[rating]), isShort: true },
  ];
  return (
    <RowsOf
      rows={sampled}
      columns={columns}
      label={texts.calls}
      keyOf={({ place }) => String(place)}
      isChosen={({ place }) => place === chosen}
    />
  );
}

/** Who answered and how, or why the enterprise is not asked any more. */
function Detail({ each }: { each: Survey["sampled"][number] }) {
  const { interviewee, position, phone, method, replacedReason, remark } = each;
  const parts = [interviewee, position, phone, method === null ? null : methods[method], replacedReason, remark];
  const line = parts.filter((part) => part !== null && part !== undefined && part !== "").join("，");
  return line === "" ? null : (
    <Typography variant="caption" color="textSecondary" sx={{ display: "block" }}>
      {line}
    </Typography>
  );
}
