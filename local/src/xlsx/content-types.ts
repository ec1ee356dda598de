/** Says of each part of a file what it is. */
import { type Parts, putText, XML_HEAD, xmlOf } from './parts.ts';
import type { Paths } from './workbook-write.ts';
import { childrenNamed, escapeXml, parseXml } from './xml.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function writeContentTypes(parts: Parts, paths: Paths): void {
  const root = xmlOf(parts, '[Content_Types].xml');
  const standing = root === undefined ? undefined : parseXml(root);
  const types = new Map<string, string>();
  const present = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  for (const { attributes } of childrenNamed(standing, 'Override')) {
    const path = present.get((attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase());
    if (path !== undefined) types.set(path, attributes['ContentType'] ?? '');
  }
  if (!types.has(paths.workbook)) types.set(paths.workbook, `${MAIN}.sheet.main+xml`);
  types.set(paths.styles, `${MAIN}.styles+xml`);
  types.set(paths.strings, `${MAIN}.sharedStrings+xml`);
  types.set('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  for (const path of paths.sheets.values()) types.set(path, `${MAIN}.worksheet+xml`);
  for (const path of parts.keys()) {
    if (/^xl\/comments[^/]*\.xml$/.test(path) && !types.has(path)) types.set(path, `${MAIN}.comments+xml`);
  }
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
  ]);
  for (const { attributes } of childrenNamed(standing, 'Default'))
    defaults.set(attributes['Extension'] ?? '', attributes['ContentType'] ?? '');
  const entries = [
    ...[...defaults].map(([ending, type]) => `<Default Extension="${escapeXml(ending)}" ContentType="${type}"/>`),
    ...[...types].map(([path, type]) => `<Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`),
  ];
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  putText(parts, '[Content_Types].xml', `${XML_HEAD}<Types xmlns="${xmlns}">${entries.join('')}</Types>`);
}
