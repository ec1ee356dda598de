/** The words of a .docx, paragraph by paragraph; rows of tables as tab-separated lines; automatic numbers written out. */
import { NotAWorkbookError } from '../xlsx/not-a-workbook.ts';
import { type Parts, textOf, unpack } from '../xlsx/parts.ts';
import { childNamed, childrenNamed, type Node, parseXml } from '../xlsx/xml.ts';
import { type Numbers, readNumbers } from './numbers.ts';

/** The file is no Word document. */
export class NotADocumentError extends Error {
  constructor(reason: string) {
    super(`这个文件不是可以读取的 .docx 文档（${reason}）。请另存为 .docx 或 .txt 再试。`);
    this.name = 'NotADocumentError';
  }
}

/** @throws NotADocumentError */
export function docxText(bytes: Uint8Array): string {
  let parts: Parts;
  try {
    parts = unpack(bytes);
  } catch (error) {
    if (error instanceof NotAWorkbookError) throw new NotADocumentError(error.reason);
    throw error;
  }
  const document = textOf(parts, 'word/document.xml');
  if (document === undefined) throw new NotADocumentError('noDocument');
  try {
    const body = childNamed(parseXml(document), 'body');
    return blocks(body, readNumbers(textOf(parts, 'word/numbering.xml'))).join('\n');
  } catch (error) {
    if (error instanceof NotAWorkbookError) throw new NotADocumentError(error.reason);
    throw error;
  }
}

function blocks(node: Node | undefined, numbers: Numbers): string[] {
  return (node?.children ?? []).flatMap((child): string[] => {
    if (child.name === 'p') return [paragraph(child, numbers)];
    if (child.name === 'tbl') return childrenNamed(child, 'tr').map((row) => tableRow(row, numbers));
    if (child.name === 'sdt') return blocks(childNamed(child, 'sdtContent'), numbers);
    return [];
  });
}

function tableRow(row: Node, numbers: Numbers): string {
  return childrenNamed(row, 'tc')
    .map((cell) =>
      blocks(cell, numbers)
        .filter((line) => line !== '')
        .join('；')
        .replace(/\t/g, ' '),
    )
    .join('\t');
}

function paragraph(node: Node, numbers: Numbers): string {
  const number = childNamed(childNamed(node, 'pPr'), 'numPr');
  const id = childNamed(number, 'numId')?.attributes['w:val'];
  const level = Number(childNamed(number, 'ilvl')?.attributes['w:val'] ?? 0);
  return (id === undefined ? '' : numbers.next(id, level)) + words(node);
}

/** Runs in their order; what was deleted under revision and text boxes' fallbacks are left out. */
function words(node: Node): string {
  let text = '';
  for (const child of node.children) {
    if (child.name === 't') text += child.text;
    else if (child.name === 'tab') text += '\t';
    else if (child.name === 'br' || child.name === 'cr') text += '\n';
    else if (!['pPr', 'rPr', 'del', 'moveFrom', 'Fallback', 'delText', 'instrText', 'txbxContent'].includes(child.name))
      text += words(child);
  }
  return text;
}
