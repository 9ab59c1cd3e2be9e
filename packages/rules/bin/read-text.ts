import { createReadStream } from "node:fs";
import { UnusableInput } from "./problem.ts";

/** As much as one batch over the wire. */
export const maximumBytes = 5 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件",
  EISDIR: "这是一个文件夹",
  EACCES: "没有读取的权限",
  EPERM: "没有读取的权限",
};

/** Reads a file, or standard input for -, as UTF-8 text of limited size. */
export async function readText(file: string, standardInput: NodeJS.ReadableStream): Promise<string> {
  const name = file === "-" ? "标准输入" : file;
  const source = file === "-" ? standardInput : createReadStream(file);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > maximumBytes) throw new UnusableInput(`${name}：内容超过5 MB，请分成几份。`);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new UnusableInput(`${name}：读不到，${reasons[code] ?? `系统返回 ${code}`}。`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UnusableInput(`${name}：不是UTF-8编码的文本，请另存为UTF-8。`);
  }
}
