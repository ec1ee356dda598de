/** Workbooks put together by hand, as other programs write them, and a look into files that were written. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relation as a `.rels` part lists it. */
export const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;

export const relations = (...lines: string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE_RELATIONS}">${lines.join('')}</Relationships>`;

/** A sheet's part around what stands inside. */
export const worksheet = (inside: string, root = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${RELATION}"${root}>${inside}</worksheet>`;

export const stringTable = (entries: string): string => `<?xml version="1.0"?><sst xmlns="${MAIN}">${entries}</sst>`;

export const stylesheet = (inside: string): string =>
  `<?xml version="1.0"?><styleSheet xmlns="${MAIN}">${inside}</styleSheet>`;

/** The least a program writes: one sheet 表一, no styles; parts given take the place of these, `null` leaves one out. */
export function workbook(parts: Readonly<Record<string, string | null>> = {}): Uint8Array {
  const all: Record<string, string | null> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': worksheet('<sheetData/>'),
    ...parts,
  };
  return zip(all);
}

export function zip(parts: Readonly<Record<string, string | null>>): Uint8Array {
  const given = Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== null);
  return zipSync(Object.fromEntries(given.map(([path, text]) => [path, strToU8(text)])));
}

/** The text of a part of a file. */
export function part(bytes: Uint8Array, path: string): string {
  const found = unzipSync(bytes)[path];
  if (!found) throw new Error(`the file has no part ${path}`);
  return strFromU8(found);
}

export const partNames = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));

/** Names of an element's direct children in order. `xml` is read by a reader that shares nothing with ours. */
export function childNames(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, closing, name = '', empty] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g,
  )) {
    if (closing) depth -= 1;
    else {
      if (depth === 1) names.push(name);
      if (!empty) depth += 1;
    }
  }
  return names;
}
