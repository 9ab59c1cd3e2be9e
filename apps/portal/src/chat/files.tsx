import type { Message } from "../api/types.ts";

/** Files are ours alone: an address that leads to another server is not made a link. */
const isOwn = (url: string): boolean => /^\/(?![/\\])/.test(url);

export function Files({ files }: { files: Message["files"] }) {
  const own = files.filter((file) => isOwn(file.url));
  if (own.length === 0) return null;
  return (
    <ul className="files">
      {own.map((file) => (
        <li key={file.url}>
          <a href={file.url} download={file.name}>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
