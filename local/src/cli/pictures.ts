/**
 * The photographs of the month's returns that lie beside the workbook, read one by one and made as small as they are printed. What
 * cannot go into the report is told by file, department and task, and the report comes all the same.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { lookAtPicture, type Why } from '../pictures/look.ts';
import type { smallerPhoto as SmallerPhoto } from '../pictures/smaller.ts';
import { printError } from './print.ts';
import type { EvidenceLink } from './replies.ts';
import type { Worked } from './workbook.ts';

/** An image the script may put into the report, by the link it stands for. */
export interface Picture {
  readonly link: string;
  readonly base64: string;
}

/** So many, and so many bytes of them: a mail takes 25 MB with all that is in it. The script takes no more either. */
const MOST_PICTURES = 40;
const MOST_BYTES = 15_000_000;

/** What is larger is not even read: a telephone's largest photographs have 20 MB. */
const LARGEST_PHOTO = 25_000_000;
/** A screenshot goes in as it is. */
const LARGEST_SCREENSHOT = 5_000_000;

/** `book` is the workbook's own path. */
export async function picturesOf(worked: Worked, book: string, month: string): Promise<readonly Picture[]> {
  const links = await worked.call('evidence', { month });
  const pictures: Picture[] = [];
  const left: EvidenceLink[] = [];
  const seen = new Set<string>();
  let bytes = 0;
  for (const about of links) {
    const file = seen.has(about.link) ? null : fileBeside(book, about.link);
    seen.add(about.link);
    if (file === null) continue;
    if (pictures.length >= MOST_PICTURES) {
      left.push(about);
      continue;
    }
    const picture = await pictureIn(file);
    if (!(picture instanceof Uint8Array)) printError(notTaken(about, picture));
    else if (bytes + picture.length > MOST_BYTES) left.push(about);
    else {
      bytes += picture.length;
      pictures.push({ link: about.link, base64: Buffer.from(picture).toString('base64') });
    }
  }
  const [first] = left;
  if (first) {
    printError(
      `照片太多：报告里最多放 ${MOST_PICTURES} 张、共 ${MOST_BYTES / 1_000_000} MB。从“${first.link}”（${first.department}，${first.task}）起有 ${left.length} 张没有放进去，只写了文件名。`,
    );
  }
  return pictures;
}

/** The bytes as they go into the document, or why not. */
async function pictureIn(file: string): Promise<Uint8Array | Why> {
  const { size } = statSync(file);
  const tooLarge = (most: number): Why => ({ code: 'tooLarge', megabytes: Math.ceil(size / 1024 / 1024), most });
  if (size > LARGEST_PHOTO) return tooLarge(LARGEST_PHOTO / 1_000_000);
  const bytes = readFileSync(file);
  const look = lookAtPicture(bytes);
  if (look.kind === 'refused') return look.why;
  if (look.kind === 'png') return size > LARGEST_SCREENSHOT ? tooLarge(LARGEST_SCREENSHOT / 1_000_000) : bytes;
  smallerPhoto ??= (
    (await import(new URL('./pictures.js', import.meta.url).href)) as { smallerPhoto: typeof SmallerPhoto }
  ).smallerPhoto;
  return (await smallerPhoto(bytes)) ?? { code: 'cutOff' };
}

let smallerPhoto: typeof SmallerPhoto | undefined;

const IS_PICTURE = /\.(?:png|jpe?g|jfif|gif|webp|hei[cf]|avif|bmp|tiff?)$/i;

/**
 * The file a link names, where it lies in the workbook's folder or below: a link is what a clerk typed, and must not bring
 * anything else of the machine into a document that leaves it.
 */
function fileBeside(book: string, link: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || isAbsolute(link) || !IS_PICTURE.test(link)) return null;
  try {
    const folder = realpathSync(dirname(book));
    const file = realpathSync(join(folder, link.replace(/\\/g, '/')));
    const below = relative(folder, file);
    return below.startsWith('..') || isAbsolute(below) || !statSync(file).isFile() ? null : file;
  } catch {
    // No such file: the link stays a link.
    return null;
  }
}

function notTaken({ link, department, task }: EvidenceLink, why: Why): string {
  return `“${link}”（${department}，${task}）没有放进报告，只写了文件名：${worded(why)}`;
}

function worded(why: Why): string {
  switch (why.code) {
    case 'noPicture':
      return '它不是图片。请换成 JPG 照片或 PNG 截图。';
    case 'otherType':
      return `它是 ${why.type} 文件。请另存为 JPG 或 PNG，并改写“佐证链接”。`;
    case 'tooManyPixels':
      return `图片标称 ${why.width}×${why.height} 像素，大得不合理（最多 6400 万像素）。请缩小或重新拍摄。`;
    case 'cutOff':
      return '图片不完整或已损坏。请重新复制一份。';
    case 'moves':
      return '它是动图。请换成 JPG 照片或 PNG 截图。';
    case 'tooLarge':
      return `文件有 ${why.megabytes} MB，超过 ${why.most} MB。请缩小，或另存为 JPG。`;
  }
}
