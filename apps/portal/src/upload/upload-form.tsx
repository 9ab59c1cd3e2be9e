import type { UploadLink } from "@shifan/contract/client";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { texts } from "../texts.ts";
import { type Sending, sendFile } from "./send-file.ts";
import { sizeText } from "./size-text.ts";

const words = texts.upload;

type Progress = { step: "choosing"; said: string } | { step: "sending"; percent: number };

function Options({ materials, label }: { materials: UploadLink["materials"]; label: string }) {
  if (materials.length === 0) return null;
  return (
    <optgroup label={label}>
      {materials.map(({ id, title, files }) => (
        <option key={id} value={id}>
          {words.optionFiles(title, files)}
        </option>
      ))}
    </optgroup>
  );
}

type UploadFormProps = {
  token: string;
  link: UploadLink;
  onReceived: (link: UploadLink, said: string) => void;
  onGone: () => void;
};

/** Chooses a material and a file, or takes a photograph, and sends it. What was chosen stays when the connection breaks. */
export function UploadForm({ token, link, onReceived, onGone }: UploadFormProps) {
  const id = useId();
  const first = link.materials.find(({ missing }) => missing)?.id ?? "";
  const [material, setMaterial] = useState(first);
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<Progress>({ step: "choosing", said: "" });
  const picker = useRef<HTMLInputElement>(null);
  const sending = useRef<Sending | null>(null);
  useEffect(() => () => sending.current?.stop(), []);
  const isSending = progress.step === "sending";
  const say = (said: string) => setProgress({ step: "choosing", said });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    if (material === "") return say(words.noMaterial);
    if (file === null) return say(words.noFile);
    setProgress({ step: "sending", percent: 0 });
    sending.current = sendFile(token, { material, file }, (percent) => setProgress({ step: "sending", percent }));
    const outcome = await sending.current.outcome;
    sending.current = null;
    if (outcome.ok) {
      const title = link.materials.find((each) => each.id === material)?.title ?? "";
      say("");
      setFile(null);
      if (picker.current !== null) picker.current.value = "";
      setMaterial(outcome.value.link.materials.find(({ missing }) => missing)?.id ?? "");
      return onReceived(outcome.value.link, words.received(file.name, title));
    }
    switch (outcome.kind) {
      case "gone":
        return onGone();
      case "stopped":
        return say(words.stopped);
      case "unreachable":
        return say(words.cut);
      case "wait":
        return say(words.wait(outcome.seconds));
      case "refused":
        return say(outcome.errors[0]?.message ?? outcome.said);
    }
  };

  return (
    <form className="filing" onSubmit={send} noValidate>
      <div className="field">
        <label htmlFor={`${id}-material`}>{words.material}</label>
        <select
          id={`${id}-material`}
          value={material}
          disabled={isSending}
          onChange={(event) => setMaterial(event.target.value)}
        >
          <option value="" disabled>
            {texts.filing.choose}
          </option>
          <Options materials={link.materials.filter(({ missing }) => missing)} label={words.missingMaterials} />
          <Options materials={link.materials.filter(({ missing }) => !missing)} label={words.otherMaterials} />
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{words.file}</label>
        <p className="quiet" id={`${id}-types`}>
          {words.types}
        </p>
        <input
          id={`${id}-file`}
          ref={picker}
          type="file"
          aria-describedby={`${id}-types`}
          disabled={isSending}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            say("");
          }}
        />
        {file === null ? null : <p>{words.chosen(file.name, sizeText(file.size))}</p>}
      </div>
      {isSending ? (
        <div className="sending">
          <progress max={100} value={progress.percent} aria-label={words.send} />
          <p role="status">{progress.percent < 100 ? words.sending(progress.percent) : words.checking}</p>
          <button type="button" className="button" onClick={() => sending.current?.stop()}>
            {words.stop}
          </button>
        </div>
      ) : (
        <>
          <div role="alert">
            {progress.step === "choosing" && progress.said !== "" ? <p className="notice">{progress.said}</p> : null}
          </div>
          <button type="submit" className="button primary large">
            {words.send}
          </button>
        </>
      )}
    </form>
  );
}
