import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { Panel } from "@shifan/contract";
import { instantText } from "../../texts/days.ts";
import { panelTexts as texts } from "./texts.ts";

/** How some experts came to a case, with all that it takes to repeat a draw. */
export function Appointment({
  appointment,
  names,
}: {
  appointment: Panel["appointments"][number];
  names: ReadonlyMap<string, string>;
}) {
  const { n, at, method, reasons, appointed, population, order, excluded, seed, commitment } = appointment;
  const nameOf = (id: string) => names.get(id) ?? id;
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {texts.when(n, instantText(at))}：
        {method === "draw" ? texts.drawn(appointed.length, population.length) : texts.chosen}，
        {appointed.map(nameOf).join("、")}
      </Typography>
      {reasons === null ? null : <Typography variant="body2">{reasons}</Typography>}
      {order.length === 0 ? null : (
        <Typography variant="body2">
          {texts.order}：{order.map(nameOf).join("、")}
        </Typography>
      )}
      {excluded.length === 0 ? null : (
        <Typography variant="body2">
          {texts.excluded}：{excluded.map(({ expertId, reason }) => `${nameOf(expertId)}（${reason}）`).join("、")}
        </Typography>
      )}
      {seed === null ? null : (
        <Typography variant="caption" color="textSecondary" component="div" sx={{ overflowWrap: "anywhere" }}>
          {texts.commitment}：{commitment}
          <br />
          {texts.seed}：{seed}
          <br />
          {texts.proof}
        </Typography>
      )}
    </Box>
  );
}
