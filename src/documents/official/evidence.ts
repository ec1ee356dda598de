/** The photographs and links that came with the month's returns, as an annex. */
import { at } from '../../domain/at.ts';
import type { SubmissionTable } from '../../domain/consolidation/input.ts';
import type { Consolidation } from '../../domain/consolidation/result.ts';
import { taskName } from '../../domain/matrix.ts';
import { isHandedIn } from '../../domain/status.ts';
import { fromBase64 } from '../docx/base64.ts';
import { type Image, readImage } from '../docx/image.ts';
import type { PicturesBlock } from '../docx/template/block.ts';

/** A link a department gave, with what it was for. */
export interface EvidenceLink {
  readonly department: string;
  readonly task: string;
  /** When the row was handed in, as typed. */
  readonly time: string;
  readonly link: string;
}

/**
 * Finds the bytes of a link's image where the host can read them; `null` where not. A link that carries its image in itself
 * (`data:`) is read from the link itself.
 */
export type ImageSource = (link: string) => Uint8Array | null;

/** Every link of a return that was handed in, in the order of the matrix. */
export function evidenceLinks(consolidation: Consolidation, { rows, columns }: SubmissionTable): EvidenceLink[] {
  const { matrix, obligations, voluntary } = consolidation;
  return [...obligations, ...voluntary]
    .filter(({ status }) => isHandedIn(status))
    .sort((a, b) => a.task - b.task || a.department - b.department)
    .flatMap((obligation) =>
      obligation.rows.flatMap((number) => {
        const row = at(rows, number - 1);
        return linksIn(String(row[columns.links] ?? '')).map((link) => ({
          department: at(matrix.departments, obligation.department).name,
          task: taskName(obligation.task, matrix.tasks),
          time: String(row[columns.time] ?? ''),
          link,
        }));
      }),
    );
}

/** One a line, or separated by spaces and marks; an image in a `data:` link holds a comma and a semicolon of its own. */
function linksIn(cell: string): string[] {
  return cell
    .split(/\s+|[；，、]|(?<!^data:[^,]*)[;,](?=https?:)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** So many pictures and bytes of them: a mail takes 25 MB (developers.google.com/apps-script/guides/services/quotas). */
const MOST_PICTURES = 40;
const MOST_BYTES = 15_000_000;

export function evidenceBlock(links: readonly EvidenceLink[], imageSource: ImageSource): PicturesBlock {
  const pictures: { image: Image; caption: string }[] = [];
  const lines: string[] = [];
  let bytes = 0;
  for (const about of links) {
    const image = pictures.length < MOST_PICTURES ? imageOf(about.link, imageSource) : null;
    if (image !== null && bytes + image.bytes.length <= MOST_BYTES) {
      bytes += image.bytes.length;
      pictures.push({ image, caption: `图${pictures.length + 1}　${captionOf(about)}` });
    } else lines.push(`${lines.length + 1}. ${captionOf(about)}：${shown(about.link)}`);
  }
  return { kind: 'pictures', pictures, lines };
}

function captionOf({ department, task, time }: EvidenceLink): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(time);
  const dated = day ? `（${Number(day[1])}年${Number(day[2])}月${Number(day[3])}日）` : '';
  return `${department}　${task}${dated}`;
}

function imageOf(link: string, imageSource: ImageSource): Image | null {
  const isInline = /^data:image\/(?:png|jpe?g);base64,[A-Za-z0-9+/=]+$/i.test(link);
  const bytes = isInline ? fromBase64(link.slice(link.indexOf(',') + 1)) : imageSource(link);
  return bytes && readImage(bytes);
}

const shown = (link: string): string => (/^data:/i.test(link) ? '（内嵌的图片无法显示）' : link);
