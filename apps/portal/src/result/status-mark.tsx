/** A sign beside the words of a status; for the eye only, the words say it too. */
export function StatusMark({ kind }: { kind: "good" | "bad" | "open" | "none" }) {
  const paths = {
    good: "M5 10.5l3.5 3.5L15.5 6.5",
    bad: "M6 6l8 8M14 6l-8 8",
    open: "M7 7.6a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2M10 15v.2",
    none: "M6 10h8",
  };
  return (
    <svg
      className={`status-mark ${kind}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="10" cy="10" r="9.25" />
      <path d={paths[kind]} />
    </svg>
  );
}
