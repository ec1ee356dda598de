/** A Word file with tags in braces: checked, and filled in. The one door into `template/`. */

import type { TemplateFault } from '../../domain/faults.ts';
import { type Parts, packDocx, partBytes, partText } from './package.ts';
import { type Compiled, compile } from './template/compile.ts';
import { fill } from './template/fill.ts';
import { newMedia } from './template/media.ts';
import { tableStyles } from './template/render-table.ts';
import type { Data, DataOf, TagDeclarations } from './template/tag.ts';
import { PROLOGUE, parseXml, xmlOf } from './xml.ts';

const FILLED = /^word\/(?:document|header\d*|footer\d*)\.xml$/;

interface CompiledPart extends Compiled {
  readonly name: string;
}

function compiledParts(parts: Parts, tags: TagDeclarations): CompiledPart[] {
  const names = Object.keys(parts).filter((name) => FILLED.test(name));
  return names.sort().map((name) => {
    const kind = name.includes('header') ? 'header' : name.includes('footer') ? 'footer' : 'body';
    const root = parseXml(partText(parts, name));
    if (root) return { name, ...compile(root, kind, tags) };
    const problem: TemplateFault = { code: 'notXml', name, paragraph: '', part: kind };
    return { name, root: { kind: 'text', text: '' }, problems: [problem] };
  });
}

/** Everything that is wrong with the tags of a template, in the order of the text. */
export function templateProblems(parts: Parts, tags: TagDeclarations): readonly TemplateFault[] {
  return compiledParts(parts, tags).flatMap(({ problems }) => problems);
}

/** The template filled in, as the bytes of a .docx. It must have been found without problems. */
export function fillTemplate<Tags extends TagDeclarations>(parts: Parts, tags: Tags, data: DataOf<Tags>): Uint8Array {
  const filling = { media: newMedia(), styles: tableStyles(partText(parts, 'word/styles.xml')) };
  const filled = compiledParts(parts, tags).map(({ name, root }): [string, Uint8Array] => [
    name,
    partBytes(
      PROLOGUE +
        fill(root, data as unknown as Data, filling)
          .map(xmlOf)
          .join(''),
    ),
  ]);
  return packDocx(filling.media.into({ ...parts, ...Object.fromEntries(filled) }));
}
