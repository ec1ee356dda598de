/** Notes: the comments part, and the drawing of their boxes, which Excel wants beside it. */
import { cellText, parseReference } from '../book/a1.ts';
import { noteKey } from '../book/book.ts';
import { richText } from './cells-read.ts';
import { XML_HEAD } from './parts.ts';
import { childNamed, childrenNamed, escapeText, parseXml } from './xml.ts';

const placeOf = (key: number): { row: number; column: number } => ({
  row: Math.floor(key / 32768),
  column: key % 32768,
});

export function readNotes(xml: string): Map<number, string> {
  const notes = new Map<number, string>();
  for (const comment of childrenNamed(childNamed(parseXml(xml), 'commentList'), 'comment')) {
    const reference = parseReference(comment.attributes['ref'] ?? '');
    if (reference?.top === undefined || reference.left === undefined) continue;
    notes.set(noteKey(reference.top, reference.left), richText(comment.raw));
  }
  return notes;
}

export function commentsXml(notes: ReadonlyMap<number, string>): string {
  const sorted = [...notes].sort(([a], [b]) => a - b);
  const comments = sorted.map(([key, text]) => {
    const { row, column } = placeOf(key);
    return `<comment ref="${cellText(row, column)}" authorId="0"><text><r><t xml:space="preserve">${escapeText(text)}</t></r></text></comment>`;
  });
  return `${XML_HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** The boxes of the notes; whatever else is drawn in the part (buttons, say) stays. */
export function boxesVml(notes: ReadonlyMap<number, string>, standing: string | undefined): string {
  const shapes = [...notes.keys()].sort((a, b) => a - b).map(boxVml);
  if (standing !== undefined) {
    const others = standing.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) =>
      /ObjectType="Note"/.test(shape) ? '' : shape,
    );
    if (/<v:shape\s/.test(others)) {
      const type = others.includes('id="_x0000_t202"') ? '' : BOX_TYPE;
      return others.replace(/<\/xml>\s*$/, () => `${type}${shapes.join('')}</xml>`);
    }
  }
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    `${BOX_TYPE}${shapes.join('')}</xml>`
  );
}

const BOX_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Numbers of their own, far from those of other shapes. */
const FIRST_SHAPE = 100_001;

function boxVml(key: number, index: number): string {
  const { row, column } = placeOf(key);
  return (
    `<v:shape id="_x0000_s${FIRST_SHAPE + index}" type="#_x0000_t202" style="position:absolute;width:160pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>` +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column},15,${Math.max(0, row - 2)},10,${column + 3},15,${row + 2},4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
