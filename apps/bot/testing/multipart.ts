/** Reads grammY's uploads: the fields, and a file as {name, content} under the field that refers to it by attach://. */
export function readMultipart(body: string, contentType: string): Record<string, unknown> {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1] ?? "";
  const values = new Map<string, unknown>();
  for (const section of body.split(`--${boundary}`).slice(1, -1)) {
    const [head = "", ...rest] = section.replace(/^\r\n/, "").split("\r\n\r\n");
    const content = rest.join("\r\n\r\n").replace(/\r\n$/, "");
    const fileName = /filename=([^\r]*)/.exec(head)?.[1];
    values.set(/;name="([^"]*)"/.exec(head)?.[1] ?? "", fileName === undefined ? content : { name: fileName, content });
  }
  const fields = [...values].map(([name, value]) => {
    const attached =
      typeof value === "string" && value.startsWith("attach://") ? values.get(value.slice(9)) : undefined;
    return [name, attached ?? value];
  });
  return Object.fromEntries(fields);
}
