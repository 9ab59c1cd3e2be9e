import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import ListItemText from "@mui/material/ListItemText";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useMe } from "../../shell/use-me.ts";
import { Loading } from "../../states/loading.tsx";
import { applicationTexts as texts } from "../texts.ts";
import type { Case } from "./case.ts";
import { DocumentPreview } from "./document-preview.tsx";
import { DossierOrder } from "./dossier-order.tsx";
import { papersOf } from "./papers.ts";
import { Workspace } from "./workspace.tsx";

/** Every paper of the case that the person may print, the chosen one beside them, and the whole dossier in one file. */
export default function Documents({ record }: { record: Case }) {
  const me = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  if (me === undefined) return <Loading />;
  const acts = me.acts.applications ?? [];
  const papers = papersOf(record, acts);
  const paper = papers.find(({ id }) => id === chosen);
  return (
    <Workspace
      labels={[texts.papers, texts.paper]}
      left={
        <>
          {papers.length === 0 ? <Typography color="textSecondary">{texts.noPapers}</Typography> : null}
          <List dense disablePadding aria-label={texts.papers}>
            {papers.map(({ id, title, note }) => (
              <ListItem key={id} disablePadding>
                <ListItemButton
                  selected={id === chosen}
                  aria-current={id === chosen}
                  onClick={() => setChosen(id)}
                  sx={{ py: 0.25, px: 1 }}
                >
                  <ListItemText primary={title} secondary={note} sx={{ my: 0.25 }} />
                </ListItemButton>
              </ListItem>
            ))}
          </List>
          {acts.includes("make-dossier") ? <DossierOrder applicationId={record.id} /> : null}
        </>
      }
      right={
        paper === undefined ? (
          <Typography color="textSecondary">{texts.choosePaper}</Typography>
        ) : (
          <DocumentPreview key={paper.id} paper={paper} />
        )
      }
    />
  );
}
