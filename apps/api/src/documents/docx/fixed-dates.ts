import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const propertiesFile = "docProps/core.xml";

/**
 * The same file with the given day for every date in it: the library writes the machine's clock into the properties and into
 * the directory of the archive, and then no two files are equal.
 */
export function withFixedDates(docx: Uint8Array, day: string): Buffer {
  const instant = `${day}T00:00:00Z`;
  // The archive's dates are read as local time: a date made of its parts is the same in every time zone.
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  const mtime = new Date(year, month - 1, date);
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(docx))) {
    const kept = name === propertiesFile ? strToU8(dated(strFromU8(content), instant)) : content;
    files[name] = [kept, { mtime, level: 6 }];
  }
  return Buffer.from(zipSync(files));
}

function dated(properties: string, instant: string): string {
  return properties.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${instant}`);
}
