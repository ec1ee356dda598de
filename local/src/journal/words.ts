/** What a person is told of a journal that was found, and what stands in the list of what could not be put in. */
import { areaText } from '../book/a1.ts';
import type { HandTask } from '../open/task.ts';
import type { NotDone } from './replay.ts';

type Language = 'zh-CN' | 'en';

interface Words {
  readonly restored: (count: number) => string;
  readonly notRestored: (count: number, list: string) => string;
  readonly unreadable: (list: string) => string;
  /** `name` has no ending. */
  readonly listName: (name: string, number: number) => string;
  readonly head: (book: string) => string;
  readonly changed: string;
  readonly refused: (said: string) => string;
  readonly entry: (at: string, account: string, sheet: string, what: string) => string;
  readonly typed: (place: string) => string;
  readonly inserted: (what: 'rows' | 'columns', before: number, count: number) => string;
  readonly removed: (what: 'rows' | 'columns', from: number, count: number) => string;
  readonly resized: (what: 'rows' | 'columns', from: number, count: number, size: number) => string;
  readonly rest: string;
}

const chinese: Words = {
  restored: (count) => `上次填写、还没有写入文件的 ${count} 处修改已补上。`,
  notRestored: (count, list) =>
    `上次填写、还没有写入文件的 ${count} 处修改没有补上：原处已经被别的程序改动，或不再允许填写。内容都列在旁边的“${list}”里，请打开核对，需要的手工填入。`,
  unreadable: (list) =>
    `上次未写入文件的修改记录有一部分已损坏，读不出来。原样保存在旁边的“${list}”里，请核对最近填写的内容。`,
  listName: (name, number) => `${name}（没有补上的修改 ${number}）.txt`,
  head: (book) =>
    `这些修改是在“${book}”的页面上填写的，程序意外结束时还没有写入文件，后来也没有补上。请逐条核对，需要的手工填入；核对完可以删除这个文件。`,
  changed: '没有补上：文件后来被别的程序改动过，这里已经不是当时的内容。',
  refused: (said) => `没有补上：${said}`,
  entry: (at, account, sheet, what) => `${at}  ${account}  工作表“${sheet}”  ${what}`,
  typed: (place) => `${place} 填写：`,
  inserted: (what, before, count) =>
    `在第 ${before} ${what === 'rows' ? '行上方' : '列左侧'}插入 ${count} ${axis(what)}`,
  removed: (what, from, count) => `从第 ${from} ${axis(what)}起删除 ${count} ${axis(what)}`,
  resized: (what, from, count, size) =>
    `从第 ${from} ${axis(what)}起 ${count} ${axis(what)}的${what === 'rows' ? '行高' : '列宽'}改为 ${size}`,
  rest: '以下是读不出来的部分，原样：',
};

const axis = (what: 'rows' | 'columns'): string => (what === 'rows' ? '行' : '列');

const english: Words = {
  restored: (count) =>
    count === 1
      ? 'One change of last time that was not yet in the file has been put in.'
      : `${count} changes of last time that were not yet in the file have been put in.`,
  notRestored: (count, list) =>
    `${count} ${count === 1 ? 'change' : 'changes'} of last time could not be put into the file: another program has changed the place, or it may not be written any more. ` +
    `All of it is listed in “${list}” beside the workbook: look at it, and type what is wanted.`,
  unreadable: (list) =>
    `A part of what was noted last time is damaged and cannot be read. It is kept as it is in “${list}” beside the workbook: look at what was typed last.`,
  listName: (name, number) => `${name} (changes not put in ${number}).txt`,
  head: (book) =>
    `This was typed on the page of “${book}”, was not yet in the file when the program ended unexpectedly, and was not put in later. Look at each, type what is wanted, then delete this file.`,
  changed: 'Not put in: another program has written the file since, and what stood here then does not stand here now.',
  refused: (said) => `Not put in: ${said}`,
  entry: (at, account, sheet, what) => `${at}  ${account}  sheet “${sheet}”  ${what}`,
  typed: (place) => `${place} typed:`,
  inserted: (what, before, count) => `${count} ${what} inserted before number ${before}`,
  removed: (what, from, count) => `${count} ${what} deleted from number ${from}`,
  resized: (what, from, count, size) => `${count} ${what} from number ${from} made ${size} pixels in size`,
  rest: 'What could not be read, as it is:',
};

export const journalWords = (language: Language): Words => (language === 'en' ? english : chinese);

/** The list, as a text that any program opens. */
export function listText(book: string, notDone: readonly NotDone[], unreadable: string, language: Language): string {
  const words = journalWords(language);
  const entries = notDone.map(({ one, why }) =>
    [
      words.entry(one.at, one.account, one.sheet, said(one.task, words)),
      why === 'changed' ? words.changed : words.refused(why.said),
    ].join('\n'),
  );
  // Windows takes a text without a mark for its old code page.
  const rest = unreadable === '' ? [] : [words.rest, unreadable];
  return `\ufeff${[words.head(book), ...entries, ...rest].join('\n\n')}\n`;
}

function said(task: HandTask, words: Words): string {
  switch (task.do) {
    case 'edit':
      return task.parts
        .map(({ row, column, values }) => {
          const columns = Math.max(...values.map((line) => line.length));
          const place = areaText({ row, column, rows: values.length, columns });
          return [words.typed(place), ...values.map((line) => `    ${line.join('\t')}`)].join('\n');
        })
        .join('\n');
    case 'insert':
      return words.inserted(task.axis, task.before, task.count);
    case 'remove':
      return words.removed(task.axis, task.from, task.count);
    case 'resize':
      return words.resized(task.axis, task.from, task.count, task.size);
  }
}
