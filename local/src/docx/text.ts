/** The words of a .docx, paragraph by paragraph; rows of tables as tab-separated lines; automatic numbers written out. */
import { NotAWorkbookError, type NotAWorkbookReason } from '../xlsx/not-a-workbook.ts';
import { unpack, type Wanted, xmlOf } from '../xlsx/parts.ts';
import { childNamed, childrenNamed, type Node, parseXml } from '../xlsx/xml.ts';
import { type Numbers, readNumbers } from './numbers.ts';

/** Why a file is no Word document; of cells a document has none. */
type Reason = Exclude<NotAWorkbookReason, 'tooManyCells'> | 'noDocument';

const REASONS: Readonly<Record<Reason, string>> = {
  notZip: '它不是 .docx 格式',
  damaged: '文件已损坏或不完整',
  noWorkbook: '里面没有正文',
  noDocument: '压缩包里没有 Word 正文',
  encrypted: '文件设有打开密码，请先去掉密码',
  oldFormat: '这是旧的格式',
  tooLarge: '解压后过大，可能不是正常的文档',
  unsafe: '文件里有不安全的内容（DOCTYPE）',
};

/** The file is no Word document. */
export class NotADocumentError extends Error {
  constructor(reason: Reason) {
    super(`这个文件不是可以读取的 .docx 文档：${REASONS[reason]}。请用 Word 或 WPS 另存为 .docx 或 .txt 再试。`);
    this.name = 'NotADocumentError';
  }
}

const WORDS = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';

/** Only the words are unpacked, never the pictures; a plan of a thousand pages takes a tenth of this. */
const WANTED: Wanted = { paths: [WORDS, NUMBERING], bytes: 50 * 1024 * 1024 };

/** @throws NotADocumentError */
export function docxText(bytes: Uint8Array): string {
  try {
    const parts = unpack(bytes, WANTED);
    const document = xmlOf(parts, WORDS);
    if (document === undefined) throw new NotADocumentError('noDocument');
    const body = childNamed(parseXml(document), 'body');
    return blocks(body, readNumbers(xmlOf(parts, NUMBERING))).join('\n');
  } catch (error) {
    if (error instanceof NotAWorkbookError)
      throw new NotADocumentError(error.reason === 'tooManyCells' ? 'tooLarge' : error.reason);
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
