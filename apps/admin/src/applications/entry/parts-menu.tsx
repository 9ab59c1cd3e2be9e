import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import Typography from "@mui/material/Typography";
import { colours } from "../../theme/theme.ts";
import { entryTexts as texts } from "./texts.ts";

/** One entry of the way through a form. */
export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  /** How far it is. */
  readonly standing: string;
  readonly isComplete: boolean;
  readonly found: number;
  readonly isUnsent: boolean;
};

/** The parts of the form in the order of the paper, each with what is still to be done. */
export function PartsMenu({
  entries,
  chosen,
  onChoose,
}: {
  entries: readonly MenuEntry[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <List dense disablePadding component="ul" aria-label={texts.parts}>
      {entries.map(({ id, label, standing, isComplete, found, isUnsent }) => (
        <ListItem key={id} disablePadding>
          <ListItemButton
            selected={id === chosen}
            aria-current={id === chosen ? "step" : undefined}
            onClick={() => onChoose(id)}
            sx={{ display: "block", py: 0.25, px: 1.5, lineHeight: 1.3, borderBottom: 1, borderColor: "divider" }}
          >
            <Typography variant="body2" component="span" sx={{ fontWeight: id === chosen ? 600 : 400, mr: 1 }}>
              {label}
            </Typography>
            <Typography
              variant="caption"
              component="span"
              sx={{ color: isComplete ? colours.green : colours.inkQuiet }}
            >
              {standing}
            </Typography>
            {found === 0 ? null : (
              <Typography variant="caption" component="span" sx={{ color: colours.red, ml: 1 }}>
                {texts.found(found)}
              </Typography>
            )}
            {isUnsent ? (
              <Typography variant="caption" component="span" sx={{ color: colours.amber, ml: 1 }}>
                {texts.unsent}
              </Typography>
            ) : null}
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
