import { useState } from "react";
import { texts } from "../texts.ts";

/** Copies by the old way where the new one is missing: pages without https have no clipboard of their own. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** A button that copies a text and says whether it did. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [note, setNote] = useState("");
  const run = async (button: HTMLButtonElement) => {
    setNote((await copy(text())) ? texts.result.copied : texts.result.notCopied);
    button.focus();
  };
  return (
    <span className="copy screen-only">
      <button type="button" className="button" onClick={(event) => void run(event.currentTarget)}>
        {label}
      </button>
      <span role="status" className="quiet">
        {note}
      </span>
    </span>
  );
}
