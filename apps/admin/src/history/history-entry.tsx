import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import type { AuditHistory } from "@shifan/contract";
import { Outcome } from "../audit/outcome.tsx";
import { DistrictCell, InstantCell } from "../cells/cells.tsx";
import { historyTexts as texts } from "./texts.ts";

type Entry = AuditHistory["entries"][number];

/** One act: what, who and when, on which ground, and what it has changed. */
export function HistoryEntry({ entry }: { entry: Entry }) {
  const { at, actor, actLabel, resourceLabel, isRefused, article, ground, values } = entry;
  const why = [article, ground].filter(Boolean).join("　");
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: "divider", py: 1.25 }}>
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1, flexWrap: "wrap" }}>
        <Typography component="h3" variant="h3">
          {actLabel}
        </Typography>
        {resourceLabel === actLabel ? null : (
          <Typography variant="body2" color="textSecondary">
            {resourceLabel}
          </Typography>
        )}
        {isRefused ? <Outcome entry={entry} /> : null}
        <Box sx={{ flex: 1 }} />
        <Typography variant="body2" color="textSecondary">
          <Who actor={actor} />　<InstantCell instant={at} />
        </Typography>
      </Box>
      {why === "" ? null : (
        <Typography variant="body2" sx={{ overflowWrap: "anywhere" }}>
          {why}
        </Typography>
      )}
      {values === "altered" || values === "not_kept" ? (
        <Typography variant="body2" color={values === "altered" ? "error" : "textSecondary"}>
          {texts.unproven[values]}
        </Typography>
      ) : null}
      <Changes entry={entry} />
    </Box>
  );
}

function Who({ actor: { name, roleLabel, district, onBehalfOf } }: Pick<Entry, "actor">) {
  return (
    <>
      {name ?? roleLabel}
      {name === null ? null : `（${roleLabel}）`}
      {district === null ? null : <DistrictCell district={district} />}
      {onBehalfOf === null ? null : `　${texts.onBehalfOf(onBehalfOf)}`}
    </>
  );
}

/** The fields that were changed, with what stood there and what stands there since. */
function Changes({ entry: { changes, values } }: { entry: Entry }) {
  if (changes === null) return null;
  if (changes.length === 0) {
    return values === "none" ? null : (
      <Typography variant="body2" color="textSecondary">
        {texts.noValues}
      </Typography>
    );
  }
  return (
    <Table size="small" sx={{ mt: 0.5, tableLayout: "fixed" }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: "28%" }}>{texts.field}</TableCell>
          <TableCell>{texts.before}</TableCell>
          <TableCell>{texts.after}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ label, before, after }) => (
          <TableRow key={`${label} ${before} ${after}`}>
            <TableCell component="th" scope="row">
              {label}
            </TableCell>
            <TableCell sx={{ overflowWrap: "anywhere" }}>{before ?? texts.nothing}</TableCell>
            <TableCell sx={{ overflowWrap: "anywhere" }}>{after ?? texts.nothing}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
