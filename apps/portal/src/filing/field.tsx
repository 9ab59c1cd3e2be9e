import { type ReactNode, useId } from "react";
import { texts } from "../texts.ts";
import type { Filing } from "./use-filing.ts";

type Shared<Name extends string> = {
  filing: Filing<Name>;
  name: Name;
  label: string;
  hint?: string;
  optional?: boolean;
};

type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; required: boolean };

/** A label, a word of help, the control, and what is wrong with it. */
function Labelled<Name extends string>({
  filing,
  name,
  label,
  hint = "",
  optional = false,
  control,
}: Shared<Name> & { control: (props: Control) => ReactNode }) {
  const id = useId();
  const error = filing.errorOf(name);
  const described = [hint === "" ? "" : `${id}-hint`, error === "" ? "" : `${id}-error`].filter((each) => each !== "");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="quiet">{texts.filing.optional}</span> : null}
      </label>
      {hint === "" ? null : (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {control({
        id,
        required: !optional,
        ...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") }),
        ...(error === "" ? {} : { "aria-invalid": true }),
      })}
      {error === "" ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps<Name extends string> = Shared<Name> & {
  /** The most characters that are taken. */
  most: number;
  isLong?: boolean;
  autoComplete?: string;
};

/** What a person writes, on one line or on many. */
export function TextField<Name extends string>({
  most,
  isLong = false,
  autoComplete = "off",
  ...shared
}: TextFieldProps<Name>) {
  const { filing, name } = shared;
  return (
    <Labelled
      {...shared}
      control={(props) => {
        const { busy, values } = filing;
        const own = { ...props, name, maxLength: most, autoComplete, readOnly: busy, value: values[name] };
        return isLong ? (
          <textarea {...own} rows={5} onChange={(event) => filing.write(name, event.target.value)} />
        ) : (
          <input {...own} type="text" onChange={(event) => filing.write(name, event.target.value)} />
        );
      }}
    />
  );
}

/** One of a list that is too long to show. */
export function SelectField<Name extends string>({
  choices,
  ...shared
}: Shared<Name> & { choices: readonly { value: string; label: string }[] }) {
  const { filing, name } = shared;
  return (
    <Labelled
      {...shared}
      control={(props) => (
        <select
          {...props}
          name={name}
          value={filing.values[name]}
          onChange={(event) => filing.write(name, event.target.value)}
        >
          <option value="" disabled>
            {texts.filing.choose}
          </option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** One of a few, all in sight, each with what it means. */
export function ChoiceField<Name extends string>({
  filing,
  name,
  label,
  choices,
}: Shared<Name> & { choices: readonly { value: string; label: string; note: string }[] }) {
  const id = useId();
  const error = filing.errorOf(name);
  return (
    <fieldset
      className="field choice-field"
      {...(error === "" ? {} : { "aria-describedby": `${id}-error`, "data-invalid": true })}
    >
      <legend>{label}</legend>
      {choices.map(({ value, label: words, note }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            required
            checked={filing.values[name] === value}
            aria-describedby={`${id}-${value}`}
            onChange={() => filing.write(name, value)}
          />
          <span>
            <strong>{words}</strong>
            <span className="quiet" id={`${id}-${value}`}>
              {note}
            </span>
          </span>
        </label>
      ))}
      {error === "" ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
