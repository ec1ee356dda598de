/** The monthly report's words as plain text: what 档案 keeps of it. */
import type { DataOf } from '../docx/template/tag.ts';
import type { MONTHLY_TAGS } from './tags.ts';

type Paragraphs = readonly { readonly 序号: string; readonly 段落: string }[];

export function reportText(data: DataOf<typeof MONTHLY_TAGS>): string {
  const lines = (paragraphs: Paragraphs) =>
    paragraphs.map(({ 序号: number, 段落: text }) => (number === '' ? text : `（${number}）${text}`));
  return [
    data.发文字号,
    data.标题.replace(/\n/g, ''),
    data.主送 === '' ? '' : `${data.主送}：`,
    ...lines(data.引言),
    '一、工作开展情况',
    ...lines(data.总体情况),
    ...data.任务.flatMap(({ 序号: number, 名称: title, 段落: words }) => [
      `（${number}）${title}`,
      ...words.map(({ 文字: text }) => text),
    ]),
    '二、存在问题',
    ...lines(data.存在问题),
    '三、下步打算',
    ...lines(data.下步打算),
    [data.首个附件, ...data.其他附件.map(({ 名称: name }) => name)]
      .map((name, at) => `附件${at + 1}：${name}`)
      .join('\n'),
    data.单位名称,
    data.成文日期,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
