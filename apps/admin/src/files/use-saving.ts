import { Problem } from "@shifan/contract/client";
import { useState } from "react";
import { ask } from "../api/server.ts";
import { nameIn } from "./name-in.ts";
import { fileTexts as texts } from "./texts.ts";

export type Saving =
  | { readonly kind: "none" | "saved" }
  | { readonly kind: "coming"; readonly received: number; readonly total: number | null }
  | { readonly kind: "not_saved"; readonly cause: unknown };

/** Fetches a file and hands it to the browser to be kept. @param known its name; the server's when left out */
export function useSaving(href: string, known?: string): { save: () => Promise<void>; standing: Saving } {
  const [standing, setStanding] = useState<Saving>({ kind: "none" });
  const save = async () => {
    if (standing.kind === "coming") return;
    setStanding({ kind: "coming", received: 0, total: null });
    try {
      const onBytes = (received: number, total: number | null) => setStanding({ kind: "coming", received, total });
      const answer = await ask<Blob>({ method: "GET", path: href, answer: "file", onBytes });
      keep(answer.body, known ?? nameIn(answer.headers.get("content-disposition")) ?? texts.unnamed);
      setStanding({ kind: "saved" });
    } catch (cause) {
      setStanding({ kind: "not_saved", cause });
    }
  };
  return { save, standing };
}

/** How long the browser may take to begin writing, in milliseconds. */
const taking = 60_000;

function keep(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), taking);
}

/** Why a file was not saved, in the server's words where it has said something. */
export function setbackText(cause: unknown): string {
  if (!(cause instanceof Problem) || cause.code === "unreadable") return texts.notCome;
  return `${cause.message}${cause.article === null ? "" : `（${cause.article}）`}`;
}
